//! The guided tour, line by line: each time it is asked for, it goes one stop further.

use crate::app::Session;
use crate::app::plan::Plan;
use crate::app::popup::tour::Stop;
use crate::diagnostic::clean::visible;
use crate::model::answers::Response;
use crate::report::leaning;
use crate::report::parts::Part;

use super::{Plain, words};

impl Plain<'_> {
    /// The next stop of the tour, from the first one again after the last.
    pub(super) fn tour(&mut self) -> String {
        if self.app.cx.session != Session::Sample {
            return words::paragraph(
                "The tour shows a sample plan. Quit, and start it with: journey-advisor --plain demo",
            );
        }
        let stop = self.toured.and_then(Stop::next).unwrap_or(Stop::ALL[0]);
        self.toured = Some(stop);
        let title = format!("Tour, {} of {}: {}.", stop.number(), Stop::ALL.len(), stop.title());
        let on = match stop.next() {
            Some(_) => "Type tour to go on.",
            None => "This was the tour. Type copy to keep the sample as a plan of yours, or quit.",
        };
        format!("{}{}{}", words::paragraph(&title), self.shown(stop), words::paragraph(on))
    }

    /// What there is to see at a stop.
    fn shown(&mut self, stop: Stop) -> String {
        let plan = &self.app.cx.plan;
        match stop {
            Stop::Text => client_text(plan),
            Stop::Without => self.without(),
            Stop::Balance => {
                let text = format!("With the answer again: {}. Every answer moves them while you give it.", fits(plan));
                words::paragraph(&text)
            }
            Stop::Why => words::advice(&plan.report()),
            Stop::Time => then_and_now(plan),
            Stop::WhatIf => self.what_if(),
            Stop::Document => words::paragraph(
                "Type export html, export word, or export and another format, and send what is written.",
            ),
        }
    }

    /// How well both areas fit without the answer that moves them most. The answer is back afterwards.
    fn without(&mut self) -> String {
        let Some(question) = self.app.weightiest() else {
            let an_area = self.app.cx.plan.base.nouns.alternative.a();
            return words::paragraph(&format!("No answer of the sample counts for {an_area}."));
        };
        let plan = &mut self.app.cx.plan;
        plan.respond(question, Response::default());
        let fits = fits(plan);
        plan.undo();
        let ask = visible(&plan.base.questions[question].ask).into_owned();
        words::paragraph(&format!("Without the answer to \"{ask}\": {fits}."))
    }
}

/// How well both areas fit: `Real-time 91 %, Outbound 61 %`.
fn fits(plan: &Plan<'_>) -> String {
    leaning::fits(plan.base, plan.verdict().fits()).unwrap_or_else(|| "nothing counts yet".to_owned())
}

/// The text of the client, and what is made of it.
fn client_text(plan: &Plan<'_>) -> String {
    let Some(brief) = &plan.answers().brief else {
        return words::paragraph("The answers of this sample were given by hand.");
    };
    let paragraphs = brief.text.split("\n\n").map(|text| visible(text.trim_start_matches('#')).replace('\n', " "));
    let said: String = paragraphs.map(|text| words::paragraph(text.trim()) + "\n").collect();
    let then = "What it asks for was proposed, sentence by sentence, and accepted or rejected. Type text and the path of a \
                file to begin with a text of yours.";
    format!("{}{said}{}", words::paragraph("A client wrote:"), words::paragraph(then))
}

/// The advice on the days that the knowledge names, today among them.
fn then_and_now(plan: &Plan<'_>) -> String {
    let report = plan.report();
    let moments = report.then_and_now.iter();
    let said: String = moments
        .map(|moment| words::paragraph(&format!("{}, {}: {}", moment.label, moment.date, moment.sentence)))
        .collect();
    if said.is_empty() {
        words::paragraph(&Part::Time.none(&report))
    } else {
        said + &words::paragraph("Type time for what changed and when.")
    }
}
