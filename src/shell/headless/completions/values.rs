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

/// How a script writes the values of one place.
struct Syntax {
    /// What begins the values of what has this name.
    open: fn(&str) -> String,
    /// One of them, by its name and what is said of it.
    value: fn(&str, &str) -> String,
    /// What ends them.
    close: &'static str,
}

const POWERSHELL: Syntax = Syntax {
    open: |name| format!("        {name} {{\n"),
    value: |name, help| {
        let kind = "[CompletionResultType]::ParameterValue";
        format!("            [CompletionResult]::new({name}, {name}, {kind}, {help})\n")
    },
    close: "            break\n        }\n",
};

const ELVISH: Syntax = Syntax {
    open: |name| format!("        &{name}= {{\n"),
    value: |name, help| format!("            cand {name} {help}\n"),
    close: "        }\n",
};

impl Syntax {
    /// What begins the values of what has this name, and the values.
    fn begun(&self, name: &str, values: &[PossibleValue]) -> String {
        let values = values.iter().map(|value| (self.value)(&quoted(value.get_name()), &quoted(&help(value))));
        (self.open)(&quoted(name)) + &values.collect::<String>()
    }

    /// A table of what each option takes, by its command and itself.
    fn options(&self, places: &[Place]) -> String {
        let options = places.iter().filter_map(|place| Some((place, place.option.as_ref()?)));
        let row = |(place, option): (&Place, &String)| {
            self.begun(&format!("{} {option}", place.command), &place.values) + self.close
        };
        options.map(row).collect()
    }

    /// The script with what each command takes among what can follow it.
    fn with_values(&self, mut script: String, places: &[Place]) -> String {
        for place in places.iter().filter(|place| place.option.is_none()) {
            let open = (self.open)(&quoted(&place.command));
            script = script.replacen(&open, &self.begun(&place.command, &place.values), 1);
        }
        script
    }
}

/// The script for PowerShell. What was typed that is no command, such as a file, is passed over to find the command.
pub(super) fn powershell(script: &str, program: &Command) -> String {
    let (paths, places) = places(program);
    let paths: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
    let added = format!(
        "    while ($command -notin @({})) {{
        $command = $command -replace ';[^;]*$'
    }}
    $before = $commandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }} | Select-Object -Last 1
    $values = @(switch (\"$command $($before.Extent.Text)\") {{
{}    }})
    if ($values.Count) {{
        return $values.Where{{ $_.CompletionText -like \"$wordToComplete*\" }}
    }}
",
        paths.join(", "),
        POWERSHELL.options(&places)
    );
    POWERSHELL.with_values(script.replacen(POWERSHELL_TABLE, &(added + POWERSHELL_TABLE), 1), &places)
}

/// The script for Elvish, as for PowerShell.
pub(super) fn elvish(script: &str, program: &Command) -> String {
    let (_, places) = places(program);
    let added = format!(
        "    while (not (has-key $completions $command)) {{
        set command = (re:replace ';[^;]*$' '' $command)
    }}
    var values = [
{}    ]
    var before = $command' '$words[-2]
    if (has-key $values $before) {{
        $values[$before]
    }} else {{
        $completions[$command]
    }}
",
        ELVISH.options(&places)
    );
    let script = script.replacen("use str;\n", "use re;\nuse str;\n", 1);
    ELVISH.with_values(script.replacen(ELVISH_TABLE, &added, 1), &places)
}
