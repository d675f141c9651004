//! What was said about size and people: listed with figures of the user's own, and held against the limits that name a number.

use journey_advisor::advise::analysis::advise;
use journey_advisor::advise::sizes::{self, Stands};
use journey_advisor::answers;
use journey_advisor::app::Session;
use journey_advisor::app::plans::{Kept, PlanNumber};
use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::arena::Key;
use journey_advisor::model::date::Day;
use journey_advisor::model::size::Cap;
use journey_advisor::plain::Plain;
use serde_json::{Value, json};

use crate::support::documents::with_document;
use crate::support::generate::{self, Random, SMALL, as_of};

fn read(base: &KnowledgeBase, text: &str) -> Answers {
    let (answers, problems) = answers::read(&File { path: String::new(), text: text.to_owned() }, base);
    answers.unwrap_or_else(|| panic!("{problems:#?}"))
}

/// What the document says of the size of one send.
fn volume(base: &KnowledgeBase, choice: &str, day: &str) -> Vec<String> {
    let answers = read(base, &format!("as-of = \"{day}\"\n[answers]\nvolume = [\"{choice}\"]\n"));
    with_document(base, &answers, |document| {
        let all = &document.report.assumptions;
        all.iter().find(|told| told.question == "volume").unwrap().sizes.clone()
    })
}

#[test]
fn a_size_is_held_against_the_limits_in_force() {
    let base = embedded::knowledge();
    let limit = "A limit of real-time marketing: At most ten million people in a segment and messages a day.";
    let said = |choice| volume(&base, choice, "today");
    let holds = format!("{limit} Your plan: up to 100,000. The limit: 10,000,000. It holds.");
    assert_eq!(said("hundred-thousand"), [holds]);
    let may = format!("{limit} Your plan: more than 1,000,000. The limit: 10,000,000. It may be exceeded.");
    assert_eq!(said("millions"), [may]);
    let any = format!("{limit} Your plan: any number. The limit: 10,000,000. It may be exceeded.");
    assert_eq!(said("trickle"), [any]);
    // While outbound could be had, its limit counted too.
    let then = volume(&base, "millions", "2024-05");
    let outbound = "A limit of outbound marketing: At most a million people in the segment of a journey. \
                    Your plan: more than 1,000,000. The limit: 1,000,000. It is exceeded.";
    assert_eq!((then.len(), then[1].as_str()), (2, outbound));
    let first = "A limit of real-time marketing: A Journey takes only the first 100,000 people of a segment. \
                 Your plan: up to 100,000. The limit: 100,000. It holds.";
    assert_eq!(volume(&base, "hundred-thousand", "2021-09"), [first]);
}

/// The sentence stands with the limit as well, wherever that is told.
#[test]
fn a_limit_says_how_the_plan_stands_to_its_number() {
    let base = embedded::knowledge();
    let text = "as-of = \"2022-01\"\n[answers]\nvolume = [\"millions\"]\nchannels = [\"sms\"]\n";
    let answers = read(&base, text);
    let text = with_document(&base, &answers, |document| document.write(Format::Text, Extent::Full).text().unwrap());
    let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let twice = said.matches("Your plan: more than 1,000,000. The limit: 3,300,000. It may be exceeded.").count();
    assert_eq!(twice, 2, "{text}");
}

#[test]
fn programs_read_what_is_assumed() {
    let base = embedded::knowledge();
    let text = "[answers]\nvolume = { chosen = [\"hundred-thousand\"], amount = \"40,000 contacts\" }\npeople = [\"contacts\"]\ntiming = []\n";
    let answers = read(&base, text);
    let advice = with_document(&base, &answers, |document| document.write(Format::Json, Extent::Full).text().unwrap());
    let advice: Value = serde_json::from_str(&advice).unwrap();
    let limit =
        json!({ "id": "rt-ten-million-limit", "alternative": "real-time", "at": 10_000_000, "stands": "within" });
    let one = |question: &str, answer: &str, choices: Value, amount: Value, limits: Value| json!({ "question": question, "answer": answer, "choices": choices, "amount": amount, "limits": limits });
    let expected = json!([
        one("people", "Contacts", json!(["contacts"]), Value::Null, json!([])),
        one("volume", "Up to 100,000 people", json!(["hundred-thousand"]), json!("40,000 contacts"), json!([limit])),
        one("timing", "None of these", json!([]), Value::Null, json!([])),
    ]);
    assert_eq!(advice["assumptions"], expected);
}

/// A figure stands beside the answer also where that asks for something.
#[test]
fn an_amount_is_shown_beside_the_answer_in_every_format() {
    let base = embedded::knowledge();
    let text = "[answers]\nchannels = { chosen = [\"email\", \"sms\"], amount = \"3 a month, <b>at most</b>\" }\n";
    let answers = read(&base, text);
    for format in [Format::Text, Format::Markdown, Format::Html, Format::Json] {
        let text = with_document(&base, &answers, |document| document.write(format, Extent::Full).text().unwrap());
        let plain = text.replace("<bdi>", "").replace("&lt;", "<").replace("&gt;", ">");
        let letters: String = plain.chars().filter(|letter| letter.is_alphanumeric()).collect();
        assert!(letters.contains("EmailTextmessagesSMS3amonthbatmostb"), "{format:?}:\n{text}");
        assert!(format != Format::Html || !text.contains("<b>at most"), "{text}");
    }
}

/// Every choice of some questions gets a size, and limitations a number of one of them.
fn with_sizes(random: &mut Random, base: &mut KnowledgeBase) {
    let keys: Vec<_> = base.questions.keys().collect();
    for key in &keys {
        for choice in base.questions.get_mut(*key).unwrap().choices.get_mut().unwrap() {
            choice.most = random.chance(70).then(|| u32::try_from(random.below(50)).unwrap());
            choice.least = random.chance(10).then_some(0);
        }
    }
    let count = base.limitations.len();
    for position in 0..count {
        let question = random.pick(&keys);
        base.caps.push(Cap { limitation: Key::new(position), question, at: u32::try_from(random.below(60)).unwrap() });
    }
}

#[test]
fn how_a_plan_stands_is_what_its_numbers_say() {
    let mut seen = [0; 4];
    for seed in 0..3_000 {
        let mut random = Random::new(seed);
        let mut base = generate::base(&mut random, SMALL);
        generate::limit(&mut random, &mut base);
        with_sizes(&mut random, &mut base);
        let answers = generate::answers(&mut random, &base);
        let facts = base.at(as_of());
        let (verdict, _) = advise(&facts, &answers);
        let visible = Visible::of(&base, &answers);
        for held in sizes::all(&facts, &answers, &verdict) {
            assert!(visible.contains(held.question), "seed {seed}");
            assert!(facts.availability[base.limitations[held.limitation].side].is_open(), "seed {seed}");
            let picks = answers.answer(held.question).map_or(&[][..], |answer| answer.picks());
            let question = &base.questions[held.question];
            // Every number up to 200 that the largest of the choices can stand for.
            let spans: Vec<_> = picks.iter().filter_map(|pick| question.span(pick.choice)).collect();
            let possible = |number: &u32| {
                let within = |most: Option<u32>| most.is_none_or(|most| *number <= most);
                spans.iter().all(|span| *number >= span.least) && spans.iter().any(|span| within(span.most))
            };
            let numbers: Vec<u32> = (0..200).filter(possible).collect();
            let stands = match numbers.iter().filter(|number| **number > held.at).count() {
                _ if spans.is_empty() => Stands::Unsaid,
                0 => Stands::Within,
                over if over == numbers.len() => Stands::Exceeds,
                _ => Stands::MayExceed,
            };
            // Choices that leave no number in common cannot be enumerated.
            if spans.is_empty() || !numbers.is_empty() {
                assert_eq!(held.stands(), stands, "seed {seed}: {spans:?} against {}", held.at);
            }
            seen[stands as usize] += 1;
        }
    }
    assert!(seen.iter().all(|cases| *cases > 20), "{seen:?}");
}

#[test]
fn line_by_line_an_amount_is_written_taken_away_and_taken_back() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(crate::journeys::app_of(&base, read(&base, ""), Session::Resumed));
    assert_eq!(plain.line("amount 40,000").text, "Answer the question first: the amount stands beside the answer.\n");
    plain.line("1");
    let answer = "Your answer: \"One message to many people at once\" as a should (40,000 people).\n";
    assert_eq!(plain.line("amount 40,000 people").text, answer);
    let long = plain.line(&format!("amount {}", "9".repeat(41))).text;
    assert_eq!(long, "The amount has 41 characters; 40 fit.\n");
    assert_eq!(plain.line("amount").text, answer.replace(" (40,000 people)", ""));
    assert!(plain.line("undo").text.contains("as a should (40,000 people)."));
    // What is forgotten takes its figure along.
    plain.line("clear");
    assert!(!plain.line("1").text.contains("40,000"));
}

#[test]
fn plans_that_differ_by_an_amount_alone_are_told_apart() {
    let base = embedded::knowledge();
    let with = |amount: &str| {
        read(&base, &format!("[answers]\nvolume = {{ chosen = [\"million\"], amount = \"{amount}\" }}\n"))
    };
    let kept = Kept { number: PlanNumber(2), answers: with("900,000"), changed: Day::parse("2026-11-20").unwrap() };
    let mut app = crate::journeys::app_of(&base, with("400,000"), Session::Resumed);
    app.cx.others.push(kept);
    let text = Plain::new(app).line("compare 2").text;
    let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("Both lead to the same") && said.contains("(400,000)") && said.contains("(900,000)"),
        "{text}"
    );
}
