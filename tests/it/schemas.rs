//! The published schemas are current, and what they describe is what there is.

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use journey_advisor::advise::analysis::advise;
use journey_advisor::advise::timeline::then_and_now;
use journey_advisor::answers::{blank, plan_schema, read, write};
use journey_advisor::brief;
use journey_advisor::brief::list::{self, Columns};
use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::export::json::{Given, add_line};
use journey_advisor::export::{Extent, Format, json};
use journey_advisor::knowledge::{KnowledgeBase, schema};
use journey_advisor::model::answers::Answers;
use journey_advisor::report::import::{Import, Imported, Outcome};
use serde_json::Value;

use crate::support::documents::{root, small, today, with_document};
use crate::support::generate::{self, Random, SMALL};

fn compiled(schema: Value) -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.set_default_draft(Draft::V2020_12);
    compiler.add_resource("schema.json", schema).unwrap();
    let index = compiler.compile("schema.json", &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
    (schemas, index)
}

fn validate(schemas: &Schemas, index: SchemaIndex, base: &KnowledgeBase, seed: u64) {
    let mut random = Random::new(seed);
    let mut answers = generate::answers(&mut random, base);
    if !base.presets.is_empty() && random.chance(30) {
        answers.as_of = Some("article".to_owned());
    }
    let text = with_document(base, &answers, |document| document.write(Format::Json, Extent::Full).text().unwrap());
    let advice: Value = serde_json::from_str(&text).unwrap();
    schemas.validate(&advice, index).unwrap_or_else(|error| panic!("seed {seed}: {error:#}\n{text}"));
    for line in lines(base, &answers) {
        let advice: Value = serde_json::from_str(&line).unwrap();
        schemas.validate(&advice, index).unwrap_or_else(|error| panic!("seed {seed}: {error:#}\n{line}"));
    }
}

/// What `advise --jsonl` says of a plan, briefly and fully.
fn lines(base: &KnowledgeBase, answers: &Answers) -> Vec<String> {
    let as_of = base.as_of(answers.as_of.as_deref().unwrap_or("today"), today()).unwrap();
    let facts = &base.at(as_of);
    let (verdict, analysis) = &advise(facts, answers);
    let then_and_now = &then_and_now(base, answers, as_of, today());
    let given = Given { facts, answers, verdict, analysis, then_and_now, today: today().into() };
    let line = |extent: Extent| {
        let mut line = Vec::new();
        add_line(&given, "plan.toml", extent, &mut line);
        String::from_utf8(line).unwrap()
    };
    [Extent::Brief, Extent::Full].map(line).into()
}

#[test]
fn any_advice_is_as_its_schema_says() {
    let (schemas, index) = compiled(serde_json::from_str(json::SCHEMA).unwrap());
    let embedded = embedded::knowledge();
    for seed in 0..150 {
        validate(&schemas, index, &embedded, seed);
    }
    for seed in 0..850 {
        validate(&schemas, index, &generate::base(&mut Random::new(seed), SMALL), seed);
    }
    validate(&schemas, index, &small(), 1);
}

#[test]
fn what_is_not_advice_is_refused() {
    let (schemas, index) = compiled(serde_json::from_str(json::SCHEMA).unwrap());
    let base = small();
    let text = with_document(&base, &generate::answers(&mut Random::new(1), &base), |document| {
        document.write(Format::Json, Extent::Full).text().unwrap()
    });
    let sound: Value = serde_json::from_str(&text).unwrap();
    for key in ["document", "answers", "flips", "recommendation", "requirements"] {
        let mut advice = sound.clone();
        assert!(advice.as_object_mut().unwrap().remove(key).is_some());
        assert!(schemas.validate(&advice, index).is_err(), "{key} is missing");
    }
    for (key, value) in [
        ("margin", Value::from("1")),
        ("outcome", Value::from("perhaps")),
        ("new", Value::Null),
        ("as_of", Value::from("today")),
    ] {
        let mut advice = sound.clone();
        advice.as_object_mut().unwrap().insert(key.to_owned(), value);
        assert!(schemas.validate(&advice, index).is_err(), "{key}");
    }
}

#[test]
fn any_brief_is_as_its_schema_says() {
    let (schemas, index) = compiled(serde_json::from_str(json::BRIEF_SCHEMA).unwrap());
    let base = embedded::knowledge();
    let words = brief::Index::of(&base);
    let texts = [
        "",
        "R7 Send a text message two days before the appointment, within minutes.\nNothing at night. Pancakes on Fridays.",
        "Lead scoring would be nice. Answer at once. The next day is fine for the others.",
    ];
    for text in texts {
        let written = json::brief(&brief::read(text, &words, &base), &base);
        let found: Value = serde_json::from_str(&written).unwrap();
        schemas.validate(&found, index).unwrap_or_else(|error| panic!("{error:#}\n{written}"));
        let mut other = found.clone();
        other.as_object_mut().unwrap().insert("new".to_owned(), Value::Null);
        assert!(schemas.validate(&other, index).is_err());
    }
}

/// What a file of answers says, as an editor with the schema sees it.
fn seen(text: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

#[test]
fn any_plan_is_as_its_schema_says() {
    let check = |base: &KnowledgeBase, seed: u64| {
        let (schemas, index) = compiled(plan_schema(base));
        let written = write(&generate::answers(&mut Random::new(seed), base), base);
        for text in [written, blank(base)] {
            schemas.validate(&seen(&text), index).unwrap_or_else(|error| panic!("seed {seed}: {error:#}\n{text}"));
        }
    };
    let embedded = embedded::knowledge();
    for seed in 0..60 {
        check(&embedded, seed);
    }
    for seed in 0..200 {
        check(&generate::base(&mut Random::new(seed), SMALL), seed);
    }
    check(&small(), 1);
}

/// What the schema takes, the program takes; what is wrong for the one is wrong for the other.
#[test]
fn the_schema_of_plans_and_the_reader_agree() {
    let base = small();
    let (schemas, index) = compiled(plan_schema(&base));
    for (text, is_sound) in [
        ("", true),
        ("format = 1\ntitle = \"Spring\"\nas-of = \"article\"\nedition = \"2026-11\"", true),
        ("as-of = \"2026-05-01\"\nweights = { must = 9, should = 3, could = 1 }", true),
        ("[plan]\nbuilders = [\"marketer\", \"partner\"]\nworkarounds = false\nruns-until = \"2027-12\"", true),
        ("[answers]\nmessage-channels = [\"sms\"]\nreaction-time = \"not-sure\"", true),
        ("[answers]\nmessage-channels = { chosen = [\"sms\"], importance = { sms = \"must\" }, note = \"x\" }", true),
        ("[answers]\nmessage-channels = { answer = \"does-not-apply\", amount = \"40,000\" }", true),
        ("[paper]\nclient = \"Acme\"\nstatus = \"draft\"\ndecide-by = \"2026-12-14\"", true),
        ("[gaps.send-push]\nowner = \"me\"\nsize = \"3 days\"\ndue = \"2027-01-31\"\ndecision = \"close\"", true),
        ("[paper]\nstatus = \"final\"", false),
        ("[paper]\nversion = \"0.1 of December\"", false),
        ("[paper]\nclient = \"\"", false),
        ("[gaps.send-pusch]\nowner = \"me\"", false),
        ("[gaps.send-push]\ndue = \"January\"", false),
        ("[brief]\ntext = \"Send a text message.\"", true),
        ("[brief]\ntext = \"x\"\nrejected = { message-channels = [\"sms\"] }", true),
        ("[brief]\ntext = \"x\"\nimportance = { message-channels = { sms = \"must\" } }", true),
        ("[brief]\nrejected = { message-channels = [\"sms\"] }", false),
        ("[brief]\ntext = \"x\"\nrejected = { message-channels = [\"fax\"] }", false),
        ("[brief]\ntext = \"x\"\nimportance = { message-channels = { sms = \"perhaps\" } }", false),
        ("format = 2", false),
        ("titel = \"Spring\"", false),
        ("as-of = \"yesterday\"", false),
        ("weights = { must = 9, should = 3 }", false),
        ("[plan]\nbuilders = [\"nobody\"]", false),
        ("[plan]\nbuilders = []", false),
        ("[plan]\nruns-until = \"soon\"", false),
        ("[answers]\nmessage-channel = [\"sms\"]", false),
        ("[answers]\nmessage-channels = [\"pigeon\"]", false),
        ("[answers]\nmessage-channels = [\"sms\", \"sms\"]", false),
        ("[answers]\nmessage-channels = \"sms\"", false),
        ("[answers]\nreaction-time = []", false),
        ("[answers]\nmessage-channels = { chosen = [\"sms\"], answer = \"not-sure\" }", false),
        ("[answers]\nmessage-channels = { chosen = [\"sms\"], importance = \"perhaps\" }", false),
        ("[answers]\nmessage-channels = { chosen = [\"sms\"], amount = \"\" }", false),
    ] {
        let file = File { path: "plan.toml".to_owned(), text: text.to_owned() };
        assert_eq!(read(&file, &base).0.is_some(), is_sound, "the program: {text}");
        assert_eq!(schemas.validate(&seen(text), index).is_ok(), is_sound, "the schema: {text}");
    }
}

#[test]
fn any_import_is_as_its_schema_says() {
    let (schemas, index) = compiled(serde_json::from_str(json::IMPORT_SCHEMA).unwrap());
    let base = embedded::knowledge();
    let words = brief::Index::of(&base);
    let text = "ID,Title,Text,MoSCoW,Owner\n1,A,Send a text message. Pancakes.,m,x\n2,B,Mail,won't,\n,,,m,\n3,C,Pancakes,,,y\n4,D,,blue,\n";
    let backlog = list::read(text.as_bytes(), &Columns::default()).unwrap();
    let outcomes = [Outcome::Written("plans/a.toml".to_owned()), Outcome::Refused("it is there".to_owned())];
    let outcomes = outcomes.into_iter().chain(std::iter::repeat(Outcome::NothingUnderstood));
    let journeys = backlog.journeys.iter().zip(outcomes);
    let journeys = journeys.map(|(journey, outcome)| Imported { journey, brief: journey.read(&words, &base), outcome });
    let import = Import { backlog: &backlog, journeys: journeys.collect(), folder: "plans".to_owned(), accepted: None };
    let written = json::import(&import);
    let found: Value = serde_json::from_str(&written).unwrap();
    schemas.validate(&found, index).unwrap_or_else(|error| panic!("{error:#}\n{written}"));
    for (key, length) in [("journeys", 2), ("refused", 2), ("left_out", 1), ("remarks", 1), ("columns_not_read", 1)] {
        assert_eq!(found[key].as_array().unwrap().len(), length, "{key}: {written}");
        let mut other = found.clone();
        assert!(other.as_object_mut().unwrap().remove(key).is_some());
        assert!(schemas.validate(&other, index).is_err(), "{key} is missing");
    }
}

/// Write it anew with `UPDATE_DOCS=1 cargo test --test it schemas::`.
#[test]
fn the_schema_beside_the_knowledge_is_current() {
    let path = root("knowledge/schema.json");
    let wanted = json::text(&schema::schema());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap_or_default(),
        wanted,
        "run UPDATE_DOCS=1 cargo test --test it schemas::"
    );
}

/// Every file names the schema in its first line, and is as the schema says.
#[test]
fn the_knowledge_is_as_its_schema_says() {
    let (schemas, index) = compiled(schema::schema());
    for file in embedded::files() {
        let line = if file.path.contains("topics/") { "#:schema ../schema.json\n" } else { "#:schema schema.json\n" };
        assert!(file.text.starts_with(line), "{}", file.path);
        let value: Value = serde_json::to_value(toml::from_str::<toml::Table>(&file.text).unwrap()).unwrap();
        schemas.validate(&value, index).unwrap_or_else(|error| panic!("{}: {error:#}", file.path));
    }
}
