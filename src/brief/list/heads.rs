//! What the columns of a list are, by their heads.

use std::str::FromStr;

use crate::diagnostic::clean::visible;

use super::{NoList, Row, Uses};

/// The heads stand in one of so many rows.
pub(super) const LOOKED_AT: usize = 10;

/// What a column can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What a journey, or a part of it, is called.
    Title,
    /// What it must do.
    Text,
    /// The journey that the row belongs to.
    Journey,
    /// How much it matters.
    Importance,
    /// The client's number of the row.
    Number,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Title, Self::Text, Self::Journey, Self::Importance, Self::Number];

    /// The word on the command line and in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::Journey => "journey",
            Self::Importance => "importance",
            Self::Number => "number",
        }
    }

    /// The usual heads, without spaces and signs; where one column is wanted, the first that is there.
    fn usual(self) -> impl Iterator<Item = &'static str> {
        let heads = match self {
            Self::Title => {
                "title name summary headline subject usecase usecasename campaign campaignname feature epic \
                 workitemtitle"
            }
            Self::Text => {
                "description text brief summary details requirement requirements userstory story need needs wish \
                 wishes whatitmustdo whatweneed what explanation scenario acceptancecriteria notes note comment \
                 comments"
            }
            Self::Journey => "journey journeyname journeytitle customerjourney group",
            Self::Importance => "moscow importance moscowpriority priority prio",
            Self::Number => "id number no nr ref reference key issuekey requirementid reqid workitemid #",
        };
        heads.split(' ')
    }
}

/// The columns that somebody named: what each is, with its head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns(Vec<(Role, String)>);

impl FromStr for Columns {
    type Err = String;

    /// Reads `title=Name,text=What it does`. A comma within a head belongs to the head.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut columns: Vec<(Role, String)> = Vec::new();
        for part in text.split(',') {
            let named = part.split_once('=').and_then(|(word, head)| Some((role(word)?, head)));
            match (named, columns.last_mut()) {
                (Some((role, head)), _) => columns.push((role, head.to_owned())),
                (None, Some((_, last))) if !part.contains('=') => {
                    last.push(',');
                    last.push_str(part);
                }
                _ => {
                    let known = Role::ALL.map(Role::word).join("=…, ");
                    return Err(format!("`{}` names no column; write {known}=…", visible(part)));
                }
            }
        }
        match columns.iter().find(|(_, head)| compact(head).is_empty()) {
            Some((role, _)) => Err(format!("`{}` has no head", role.word())),
            None => Ok(Self(columns)),
        }
    }
}

fn role(word: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.word().eq_ignore_ascii_case(word.trim()))
}

impl Columns {
    /// Whether a cell may be a head.
    pub(super) fn know(&self, cell: &str) -> bool {
        let cell = compact(cell);
        let is_named = self.0.iter().any(|(_, head)| compact(head) == cell);
        is_named || level(&cell).is_some() || Role::ALL.iter().any(|role| role.usual().any(|usual| usual == cell))
    }
}

/// A head in small letters without spaces and signs; a sign that stands for numbers stays.
pub(super) fn compact(head: &str) -> String {
    let letters: String = head.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() && head.trim() == "#" { "#".to_owned() } else { letters }
}

/// The level of a title in a tree of work items: `Title 2`.
fn level(head: &str) -> Option<u8> {
    head.strip_prefix("title").and_then(|level| level.parse().ok())
}

/// The columns of a list by what they are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heads {
    /// The number of their row.
    pub(super) row: usize,
    /// How many columns have a head, or stand before one that has.
    pub(super) width: usize,
    /// The title; in a tree of work items that of each level.
    pub(super) titles: Vec<usize>,
    pub(super) texts: Vec<usize>,
    pub(super) journey: Option<usize>,
    pub(super) importance: Option<usize>,
    pub(super) number: Option<usize>,
}

impl Heads {
    /// Finds the heads in the first rows.
    pub(super) fn find(rows: &[Row], columns: &Columns) -> Result<Self, NoList> {
        let looked_at = rows.get(..LOOKED_AT.min(rows.len())).unwrap_or_default();
        let names_something =
            |heads: &Self| !heads.titles.is_empty() || !heads.texts.is_empty() || heads.journey.is_some();
        let found = looked_at.iter().find_map(|row| Self::of(row, columns).ok().filter(names_something));
        let first = rows.first().ok_or(NoList::Empty)?;
        found.ok_or_else(|| match Self::of(first, columns) {
            Err(missing) => missing,
            Ok(_) => NoList::NoHeads { row: first.number, cells: shown(first) },
        })
    }

    /// The heads, if they stand in this row.
    fn of(row: &Row, columns: &Columns) -> Result<Self, NoList> {
        let found: Vec<(String, usize)> = row.cells.iter().map(|cell| (compact(&cell.text), cell.column)).collect();
        let mut named = Vec::new();
        for (role, head) in &columns.0 {
            let column = found.iter().find(|(own, _)| *own == compact(head)).map(|(_, column)| *column);
            let missing = || NoList::NoSuchHead { role: *role, head: visible(head).into_owned(), heads: shown(row) };
            named.push((*role, column.ok_or_else(missing)?));
        }
        let of = |role: Role| -> Vec<usize> {
            let own: Vec<usize> = named.iter().filter(|(own, _)| *own == role).map(|(_, column)| *column).collect();
            if own.is_empty() { usual(role, &found, &named) } else { own }
        };
        let first = |role| of(role).first().copied();
        let is_named = named.iter().any(|(role, _)| *role == Role::Title);
        let titles = if is_named { of(Role::Title) } else { titles(&found, &of(Role::Title)) };
        // A summary is the title where there is no other.
        let mut texts: Vec<usize> = of(Role::Text).into_iter().filter(|column| !titles.contains(column)).collect();
        texts.sort_unstable();
        let width = row.cells.last().map_or(0, |cell| cell.column + 1);
        let (journey, importance, number) = (first(Role::Journey), first(Role::Importance), first(Role::Number));
        Ok(Self { row: row.number, width, titles, texts, journey, importance, number })
    }

    /// What each column is read as, and which are not read.
    pub(super) fn uses(&self, row: &Row) -> Uses {
        let roles = |column: usize| {
            let lists = [(Role::Title, self.titles.as_slice()), (Role::Text, &self.texts)];
            let lists = lists.into_iter().filter(move |(_, columns)| columns.contains(&column)).map(|(role, _)| role);
            let single =
                [(Role::Journey, self.journey), (Role::Importance, self.importance), (Role::Number, self.number)];
            lists.chain(single.into_iter().filter(move |(_, own)| *own == Some(column)).map(|(role, _)| role))
        };
        let mut uses = Uses::default();
        for cell in &row.cells {
            let head = visible(cell.text.trim()).into_owned();
            let before = uses.read.len();
            uses.read.extend(roles(cell.column).map(|role| (role, head.clone())));
            if uses.read.len() == before {
                uses.unread.push(head);
            }
        }
        uses.read.sort_by_key(|(role, _)| *role);
        uses
    }
}

/// The columns with usual heads of that role, in the order of these, that nobody named otherwise.
fn usual(role: Role, found: &[(String, usize)], named: &[(Role, usize)]) -> Vec<usize> {
    let column = |head: &str| found.iter().find(|(own, _)| own == head).map(|(_, column)| *column);
    let columns = role.usual().filter_map(column);
    columns.filter(|column| !named.iter().any(|(_, own)| own == column)).collect()
}

/// The titles of a tree level by level; without one the best column.
fn titles(found: &[(String, usize)], usual: &[usize]) -> Vec<usize> {
    let mut levels: Vec<(u8, usize)> =
        found.iter().filter_map(|(head, column)| Some((level(head)?, *column))).collect();
    levels.sort_unstable();
    if levels.is_empty() {
        usual.iter().take(1).copied().collect()
    } else {
        levels.into_iter().map(|(_, column)| column).collect()
    }
}

fn shown(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| super::naming::title(&cell.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Columns, Heads, Role, Row};
    use crate::brief::list::{Cell, NoList};

    fn row(heads: &[&str]) -> Row {
        let cells = heads.iter().enumerate().map(|(column, text)| Cell { column, text: (*text).to_owned() });
        Row { number: 1, width: heads.len(), cells: cells.collect() }
    }

    fn find(heads: &[&str], columns: &str) -> Result<Heads, NoList> {
        let columns = if columns.is_empty() { Columns::default() } else { columns.parse().unwrap() };
        Heads::find(&[row(heads)], &columns)
    }

    #[test]
    fn usual_heads_are_known_whatever_their_case_and_signs() {
        let heads =
            ["#", "JOURNEY", "User_Story", "Title *", "MoSCoW", "Priority", "Notes", "Acceptance Criteria", "Owner"];
        let found = find(&heads, "").unwrap();
        assert_eq!((found.titles, found.texts), (vec![3], vec![2, 6, 7]));
        assert_eq!((found.journey, found.importance, found.number), (Some(1), Some(4), Some(0)));
        let uses = find(&heads, "").unwrap().uses(&row(&heads));
        assert_eq!(uses.unread, ["Priority", "Owner"]);
        assert_eq!(uses.read.first().unwrap(), &(Role::Title, "Title *".to_owned()));
    }

    #[test]
    fn the_titles_of_a_tree_are_levels() {
        let found =
            find(&["ID", "Work Item Type", "Title 2", "Title 1", "Description", "Tags", "Priority"], "").unwrap();
        assert_eq!((found.titles, found.texts, found.journey), (vec![3, 2], vec![4], None));
    }

    #[test]
    fn columns_can_be_named_and_heads_may_hold_commas() {
        let heads = ["Vorhaben", "Was, wie und wann", "Description", "Stufe"];
        let found = find(&heads, "title=vorhaben,text=Was, wie und wann,importance=STUFE").unwrap();
        assert_eq!((found.titles, found.texts, found.importance), (vec![0], vec![1], Some(3)));
        let missing = find(&heads, "title=Name").unwrap_err();
        assert!(missing.is_misuse());
        assert_eq!(
            missing.message(),
            "has no column `Name` for `title`; its heads are `Vorhaben`, `Was, wie und wann`, `Description` and `Stufe`"
        );
        for (wrong, told) in [
            ("name=x", "`name=x` names no column; write title=…, text=…, journey=…, importance=…, number=…"),
            ("title", "`title` names no column; write title=…, text=…, journey=…, importance=…, number=…"),
            ("title=,text=x", "`title` has no head"),
        ] {
            assert_eq!(wrong.parse::<Columns>(), Err(told.to_owned()));
        }
    }

    #[test]
    fn a_list_without_heads_is_none() {
        let none = find(&["Spring sale", "Customers get a text"], "").unwrap_err();
        assert_eq!(
            none.message(),
            "has no heads that are known; in row 1 there is `Spring sale` and `Customers get a text`"
        );
        let later =
            Heads::find(&[row(&["Backlog 2026"]), Row { number: 3, ..row(&["Title", "Text"]) }], &Columns::default());
        assert_eq!(later.unwrap().row, 3);
    }
}
