//! What the scripts of the generator lack: values of commands and options, and the way from a line to its command.

use std::fmt::Write as _;

use clap::Command;
use clap::builder::PossibleValue;

/// Where the script looks up what can follow a command: what is added goes before it.
const POWERSHELL_TABLE: &str = "    $completions = @(switch ($command) {\n";
const ELVISH_TABLE: &str = "    $completions[$command]\n";

/// A place in a command line that takes one of some values.
struct Place {
    /// The names of the program and of the command, joined as the scripts join them.
    command: String,
    /// As which option it is written; none for what stands alone.
    option: Option<String>,
    values: Vec<PossibleValue>,
}

/// The paths of all commands below a built one, that one first, and the places of all.
fn walk(command: &Command, path: &str, paths: &mut Vec<String>, places: &mut Vec<Place>) {
    paths.push(path.to_owned());
    for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
        let values = argument.get_possible_values();
        if values.is_empty() {
            continue;
        }
        let long = argument.get_long().map(|long| format!("--{long}"));
        let short = argument.get_short().map(|short| format!("-{short}"));
        let options: Vec<_> = long.into_iter().chain(short).map(Some).collect();
        for option in if options.is_empty() { vec![None] } else { options } {
            places.push(Place { command: path.to_owned(), option, values: values.clone() });
        }
    }
    for below in command.get_subcommands() {
        walk(below, &format!("{path};{}", below.get_name()), paths, places);
    }
}

fn places(program: &Command) -> (Vec<String>, Vec<Place>) {
    let (mut paths, mut places) = (Vec::new(), Vec::new());
    walk(program, program.get_name(), &mut paths, &mut places);
    (paths, places)
}

/// A text between single quotation marks, as PowerShell and Elvish have it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn help(value: &PossibleValue) -> String {
    value.get_help().map_or_else(|| value.get_name().to_owned(), ToString::to_string)
}

/// The script for zsh. The generator takes the first word for a plan, so that no command would be known: it is either.
pub(super) fn zsh(script: &str) -> String {
    const COMMAND: &str = "\":: :_journey-advisor_commands\" \\\n";
    const EITHER: &str = "\":: :{_journey-advisor_commands; _files -g '*.toml'}\" \\\n";
    let plan = script.lines().find(|line| line.starts_with("'::plan ")).expect("the program takes a plan");
    let script = script.replacen(&format!("{plan}\n"), "", 1);
    script.replacen(COMMAND, EITHER, 1).replace("$line[2]", "$line[1]")
}

/// The script for fish, which knows the values of options already.
pub(super) fn fish(mut script: String, program: &Command) -> String {
    let (_, places) = places(program);
    for place in places.iter().filter(|place| place.option.is_none()) {
        let Some((_, command)) = place.command.split_once(';') else { continue };
        let below = command.replace(';', "; and __fish_seen_subcommand_from ");
        let condition = format!("__fish_journey_advisor_using_subcommand {below}");
        let names: Vec<&str> = place.values.iter().map(PossibleValue::get_name).collect();
        let _ = writeln!(script, "complete -c journey-advisor -n \"{condition}\" -f -a \"{}\"", names.join(" "));
    }
    script
}

/// The script for PowerShell. What was typed that is no command, such as a file, is passed over to find the command.
pub(super) fn powershell(script: &str, program: &Command) -> String {
    let (paths, places) = places(program);
    let paths: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
    let mut added = format!(
        "    while ($command -notin @({})) {{
        $command = $command -replace ';[^;]*$'
    }}
    $before = $commandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }} | Select-Object -Last 1
    $values = @(switch (\"$command $($before.Extent.Text)\") {{\n",
        paths.join(", ")
    );
    for place in &places {
        let Some(option) = &place.option else { continue };
        let _ = writeln!(added, "        {} {{", quoted(&format!("{} {option}", place.command)));
        add_results(&mut added, &place.values);
        added.push_str("            break\n        }\n");
    }
    added.push_str("    })\n    if ($values.Count) {\n        return $values.Where{ $_.CompletionText -like \"$wordToComplete*\" }\n    }\n");
    let mut script = script.replacen(POWERSHELL_TABLE, &(added + POWERSHELL_TABLE), 1);
    for place in places.iter().filter(|place| place.option.is_none()) {
        let head = format!("        {} {{\n", quoted(&place.command));
        let mut results = head.clone();
        add_results(&mut results, &place.values);
        script = script.replacen(&head, &results, 1);
    }
    script
}

fn add_results(script: &mut String, values: &[PossibleValue]) {
    for value in values {
        let (name, help) = (quoted(value.get_name()), quoted(&help(value)));
        let kind = "[CompletionResultType]::ParameterValue";
        let _ = writeln!(script, "            [CompletionResult]::new({name}, {name}, {kind}, {help})");
    }
}

/// The script for Elvish, as for PowerShell.
pub(super) fn elvish(script: &str, program: &Command) -> String {
    let (_, places) = places(program);
    let mut added = "    while (not (has-key $completions $command)) {
        set command = (re:replace ';[^;]*$' '' $command)
    }
    var values = [\n"
        .to_owned();
    for place in &places {
        let Some(option) = &place.option else { continue };
        let _ = writeln!(added, "        &{}= {{", quoted(&format!("{} {option}", place.command)));
        add_candidates(&mut added, &place.values);
        added.push_str("        }\n");
    }
    added.push_str(
        "    ]
    var before = $command' '$words[-2]
    if (has-key $values $before) {
        $values[$before]
    } else {
        $completions[$command]
    }\n",
    );
    let script = script.replacen("use str;\n", "use re;\nuse str;\n", 1);
    let mut script = script.replacen(ELVISH_TABLE, &added, 1);
    for place in places.iter().filter(|place| place.option.is_none()) {
        let head = format!("        &{}= {{\n", quoted(&place.command));
        let mut results = head.clone();
        add_candidates(&mut results, &place.values);
        script = script.replacen(&head, &results, 1);
    }
    script
}

fn add_candidates(script: &mut String, values: &[PossibleValue]) {
    for value in values {
        let _ = writeln!(script, "            cand {} {}", quoted(value.get_name()), quoted(&help(value)));
    }
}
