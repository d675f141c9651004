//! Reading a plan: the answers in a file, and the day to plan for.

use std::path::Path;

use crate::answers;
use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, File, Severity, render};
use crate::export::redacted;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::{World, files, output};

/// Reads a file of answers. Warnings are printed, errors are the failure.
pub(super) fn read(path: &Path, origin: Origin, base: &KnowledgeBase, world: &World) -> Result<Answers, Failure> {
    let (file, wrong) = files::read_file(path, answers::LARGEST, origin)?;
    match wrong {
        Some(wrong) => concluded(file, None, &[Diagnostic::no_text(Code::A001, 0, wrong)], world),
        None => judge(file, base, world),
    }
}

/// The answers in a text. A day on the command line takes the place of the one they name.
pub(super) fn judge(file: File, base: &KnowledgeBase, world: &World) -> Result<Answers, Failure> {
    let (answers, diagnostics) = answers::read(&file, base);
    concluded(file, answers, &diagnostics, world)
}

fn concluded(
    file: File,
    answers: Option<Answers>,
    diagnostics: &[Diagnostic],
    world: &World,
) -> Result<Answers, Failure> {
    let styled = world.environment.colors_stderr(world.global.color);
    if diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Warning) && answers.is_some() {
        output::message(&render::render(diagnostics, std::slice::from_ref(&file), styled));
    }
    let Some(mut answers) = answers else {
        let message = format!("`{}` has {}", file.path, render::summary(diagnostics));
        let rendered = render::render(diagnostics, &[file], styled);
        return Err(Failure::new(Exit::Invalid, message).details(rendered));
    };
    if let Some(as_of) = &world.global.as_of {
        answers.as_of = Some(as_of.clone());
    }
    Ok(world.effective.preferences.completed(answers))
}

/// The same answers, without title, notes and amounts if that is asked for.
pub(super) fn shared(answers: Answers, redact: bool) -> Answers {
    if redact { redacted(&answers) } else { answers }
}
