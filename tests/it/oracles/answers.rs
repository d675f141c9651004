//! A plan's file: what is read and written reads the same, and of a damaged file every line is kept that says something.

use journey_advisor::answers::{read, salvage, write};
use journey_advisor::diagnostic::File;
use journey_advisor::model::answers::Answers;

use super::bytes::Bytes;
use super::sound::{are_sound, has_error, is_clean};
use crate::support::documents::SMALL;

/// The first two bytes say what becomes of a line of the file.
pub(super) fn answers(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (place, deed) = (bytes.next(), bytes.next());
    let (file, _) = File::decoded("plan.toml".to_owned(), bytes.0.to_vec());
    let (found, problems) = read(&file, &SMALL);
    are_sound(&problems, std::slice::from_ref(&file));
    assert_eq!(found.is_none(), has_error(&problems), "{problems:#?}");
    let (salvaged, lost) = salvage(&file.text, &SMALL);
    assert!(lost <= file.text.lines().count());
    reads_the_same(&salvaged);
    let Some(found) = found else { return };
    reads_the_same(&found);
    is_kept_in_damage(&found, usize::from(place), deed);
}

/// What is written is clean, reads without a problem as the same answers, and salvages whole.
fn reads_the_same(answers: &Answers) {
    let text = write(answers, &SMALL);
    is_clean(&text);
    let (again, problems) = read(&File { path: "plan.toml".to_owned(), text: text.clone() }, &SMALL);
    assert_eq!(problems, [], "{text}");
    let again = again.expect("there is no problem");
    assert_eq!(write(&again, &SMALL), text);
    assert_eq!(again, *answers, "{text}");
    let (salvaged, lost) = salvage(&text, &SMALL);
    assert_eq!((write(&salvaged, &SMALL), lost), (text, 0));
}

/// A line that is broken, or stands between others, costs nothing but itself.
fn is_kept_in_damage(answers: &Answers, place: usize, deed: u8) {
    let text = write(answers, &SMALL);
    let mut lines: Vec<&str> = text.lines().collect();
    let place = place % (lines.len() + 1);
    let added = ["]", "= ", "\u{1b}[31m", "broken =", "title", "<<<<<<< HEAD"][usize::from(deed) % 6];
    lines.insert(place, added);
    let (salvaged, lost) = salvage(&lines.join("\n"), &SMALL);
    assert_eq!((write(&salvaged, &SMALL), lost), (text.clone(), 1), "{added:?} before line {place}");
    lines.remove(place);
    let is_content = |line: &str| line.contains(" = ") && !line.starts_with(['#', '[']) && !line.starts_with("format");
    let Some(broken) = lines.get_mut(place).filter(|line| is_content(line)) else { return };
    let key = broken.split(" = ").next().unwrap_or_default().to_owned();
    *broken = broken.split_at(broken.floor_char_boundary(broken.len() / 2)).0;
    let (salvaged, lost) = salvage(&lines.join("\n"), &SMALL);
    assert!(lost <= 1, "{lost} lines are lost by one, {key}");
    let without =
        |text: &str| text.lines().filter(|line| !line.starts_with(&key)).map(str::to_owned).collect::<Vec<_>>();
    let kept = write(&salvaged, &SMALL);
    let missing: Vec<String> =
        without(&text).into_iter().filter(|line| is_content(line)).filter(|line| !kept.contains(line)).collect();
    assert_eq!(missing, Vec::<String>::new(), "{key} was broken");
}
