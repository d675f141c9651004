//! A loss of power at every moment of a save. What the program asks of the system is recorded; from the record follows in which
//! states a disk may be found afterwards, and each of them is opened.
//!
//! What was written to a file is sure to be there once the file was synced; until then nothing of it, half of it or all of it
//! is. That a file or a folder has a name is sure once the folder that the name is in was synced; until then each name that was
//! given or changed may be lost by itself, whatever came after it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::calls::cases;
use super::{LINES, program};

/// More steps that are not sure at one moment than a save leaves.
const MOST_UNSURE: usize = 10;

/// What the program asked of the system.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Folder(PathBuf),
    /// A new file, by its number.
    File(PathBuf, usize),
    Write(usize, Vec<u8>),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFile(usize),
    SyncFolder(PathBuf),
}

/// What is there: folders, and files with their content.
type State = (BTreeSet<PathBuf>, BTreeMap<PathBuf, Vec<u8>>);

/// Runs the program line by line and returns what it asked of the system below its home.
fn record(home: &Path) -> Vec<Step> {
    let log = home.join("log");
    let calls = "trace=openat,write,pwrite64,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,fsync,fdatasync";
    let traced = ["-f", "-qq", "-y", "-xx", "-s", "1000000", "-e", calls, "-o", log.to_str().unwrap()];
    let status = program(home, &home.join("data"), Some(&traced), LINES).status().unwrap();
    assert!(status.success());
    let text = fs::read_to_string(&log).unwrap();
    let mut files = BTreeMap::new();
    text.lines().filter_map(|line| step(line, &home.join("data"), &mut files)).collect()
}

/// A line of the record, if it changes something in that folder or syncs it.
fn step(line: &str, below: &Path, files: &mut BTreeMap<PathBuf, usize>) -> Option<Step> {
    let (call, rest) = line.split_once(' ')?.1.trim_start().split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    if result.starts_with('-') {
        return None;
    }
    let texts = texts(arguments, '"', '"');
    let paths: Vec<PathBuf> =
        texts.iter().map(|text| PathBuf::from(String::from_utf8_lossy(text).into_owned())).collect();
    let of_number = || texts_of_number(arguments).filter(|path| path.starts_with(below));
    let is_inside = |path: &PathBuf| path.starts_with(below);
    Some(match call {
        "openat" if arguments.contains("O_CREAT") => {
            let path = paths.first().filter(|path| is_inside(path))?.clone();
            if files.contains_key(&path) {
                return None;
            }
            let number = files.len();
            files.insert(path.clone(), number);
            Step::File(path, number)
        }
        "write" | "pwrite64" => Step::Write(*files.get(&of_number()?)?, texts.first()?.clone()),
        "fsync" | "fdatasync" => {
            let path = texts_of_number(arguments).filter(|path| path.starts_with(below.parent().unwrap()))?;
            files.get(&path).map_or_else(|| Step::SyncFolder(path.clone()), |file| Step::SyncFile(*file))
        }
        "rename" | "renameat" | "renameat2" => {
            let [from, to] = paths.as_slice() else { return None };
            let file = files.remove(from)?;
            files.insert(to.clone(), file);
            Step::Rename(from.clone(), to.clone())
        }
        "unlink" | "unlinkat" => {
            let path = paths.first().filter(|path| is_inside(path))?.clone();
            files.remove(&path);
            Step::Remove(path)
        }
        "mkdir" | "mkdirat" => Step::Folder(paths.first().filter(|path| is_inside(path))?.clone()),
        _ => return None,
    })
}

/// The path behind the first descriptor among the arguments.
fn texts_of_number(arguments: &str) -> Option<PathBuf> {
    let path = texts(arguments, '<', '>').into_iter().next()?;
    Some(PathBuf::from(String::from_utf8(path).ok()?))
}

/// What stands between two signs, of which `strace` writes every byte as `\x41`.
fn texts(arguments: &str, open: char, close: char) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = arguments;
    while let Some((_, after)) = rest.split_once(open) {
        let Some((text, after)) = after.split_once(close) else { break };
        let bytes = text.split("\\x").skip(1).map(|byte| u8::from_str_radix(byte.get(..2).unwrap_or("?"), 16));
        found.push(bytes.map(|byte| byte.unwrap()).collect());
        rest = after;
    }
    found
}

/// Every state in which the disk may be found after the first so many steps.
fn states(before: &State, steps: &[Step]) -> Vec<State> {
    let parent = |path: &Path| path.parent().unwrap().to_owned();
    let synced_later = |at: usize, wanted: &dyn Fn(&Step) -> bool| steps.iter().skip(at).any(wanted);
    let is_sure = |(at, step): (usize, &Step)| match step {
        Step::Folder(path) | Step::File(path, _) | Step::Rename(_, path) | Step::Remove(path) => {
            let folder = parent(path);
            synced_later(at, &|later| *later == Step::SyncFolder(folder.clone()))
        }
        Step::Write(file, _) => synced_later(at, &|later| *later == Step::SyncFile(*file)),
        Step::SyncFile(_) | Step::SyncFolder(_) => true,
    };
    let unsure: Vec<usize> =
        steps.iter().enumerate().filter(|step| !is_sure(*step)).map(|(position, _)| position).collect();
    assert!(unsure.len() <= MOST_UNSURE, "{unsure:?}");
    // Of each unsure step nothing, half or all: a name is there or not, of a text half may be.
    let ways = 3_usize.pow(u32::try_from(unsure.len()).unwrap());
    let mut all: Vec<State> = (0..ways)
        .map(|way| {
            let kept = |position: usize| match unsure.iter().position(|unsure| *unsure == position) {
                None => 2,
                Some(place) => way / 3_usize.pow(u32::try_from(place).unwrap()) % 3,
            };
            replay(before, steps, kept)
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// What is there after the steps, of each of which nothing (0), half (1) or all (2) was kept.
fn replay(before: &State, steps: &[Step], kept: impl Fn(usize) -> usize) -> State {
    let (mut folders, mut texts) = before.clone();
    let mut names: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut lost: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut content: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
    for (position, step) in steps.iter().enumerate() {
        let share = kept(position);
        match step {
            Step::Folder(path) if share > 0 => drop(folders.insert(path.clone())),
            Step::File(path, file) => {
                content.insert(*file, Vec::new());
                if share > 0 {
                    names.insert(path.clone(), *file)
                } else {
                    lost.insert(path.clone(), *file)
                };
            }
            Step::Write(file, text) => {
                content.entry(*file).or_default().extend_from_slice(text.get(..text.len() * share / 2).unwrap());
            }
            Step::Rename(from, to) => {
                let file = names.get(from).or_else(|| lost.get(from)).copied().expect("what is renamed was made");
                if share > 0 {
                    names.remove(from);
                    names.insert(to.clone(), file);
                } else {
                    lost.insert(to.clone(), file);
                }
            }
            Step::Remove(path) if share > 0 => {
                names.remove(path);
                texts.remove(path);
            }
            _ => {}
        }
    }
    for (path, file) in names {
        texts.insert(path, content.get(&file).unwrap().clone());
    }
    texts.retain(|path, _| path.parent().is_some_and(|folder| folders.contains(folder)));
    (folders, texts)
}

/// What is in a folder.
fn found(folder: &Path) -> State {
    let (mut folders, mut texts) = (BTreeSet::from([folder.to_owned()]), BTreeMap::new());
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            let (inner, files) = found(&entry.path());
            folders.extend(inner);
            texts.extend(files);
        } else {
            texts.insert(entry.path(), fs::read(entry.path()).unwrap());
        }
    }
    (folders, texts)
}

/// Lays a state out, opens the program in it, and returns the plan that it then has.
fn open(home: &Path, (folders, texts): &State) -> (i32, Option<String>) {
    let data = home.join("data");
    let _ = fs::remove_dir_all(&data);
    for folder in folders {
        fs::create_dir_all(folder).unwrap();
    }
    for (path, text) in texts {
        fs::write(path, text).unwrap();
    }
    let output = program(home, &data, None, "quit\n").output().unwrap();
    let plan = fs::read_to_string(data.join("journey-advisor/plan-0001.toml")).ok();
    (output.status.code().unwrap(), plan)
}

#[test]
fn a_loss_of_power_at_any_moment_of_a_save_leaves_the_old_plan_or_the_new_one() {
    for (before, new) in cases() {
        let home = tempfile::tempdir().unwrap();
        let plan = home.path().join("data/journey-advisor/plan-0001.toml");
        fs::create_dir(home.path().join("data")).unwrap();
        if let Some(text) = &before {
            fs::create_dir_all(plan.parent().unwrap()).unwrap();
            fs::write(&plan, text).unwrap();
        }
        let start = found(&home.path().join("data"));
        let steps = record(home.path());
        let renamed = |step: &Step| matches!(step, Step::Rename(_, to) if *to == plan);
        let saved = steps.iter().position(renamed).expect("the plan is renamed into its place");
        let is_folder = |step: &Step| *step == Step::SyncFolder(plan.parent().unwrap().to_owned());
        let promised = saved + steps.iter().skip(saved).position(is_folder).expect("its folder is synced") + 1;
        let mut opened = 0;
        for moment in 0..=steps.len() {
            for state in states(&start, steps.get(..moment).unwrap()) {
                let (code, now) = open(home.path(), &state);
                let is_whole = now == before || now.as_deref() == Some(new.as_str());
                assert!(code == 0 && is_whole, "after {moment} of {steps:#?}\n{state:#?}\n{code}: {now:?}");
                let is_kept = moment < promised || now.as_deref() == Some(new.as_str());
                assert!(is_kept, "called saved and lost after {moment} of {steps:#?}\n{state:#?}");
                opened += 1;
            }
        }
        println!("{opened} states of {} steps opened", steps.len());
        assert!(opened > steps.len(), "{opened}");
    }
}
