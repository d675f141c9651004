//! The bill of materials, in the form of `CycloneDX`. It has no date and no number of its own: the same lock file gives the same bill.

use serde_json::{Value, json};

use super::packages::{Materials, Package};

pub(super) fn text(materials: &Materials) -> String {
    let all = std::iter::once(&materials.program).chain(&materials.packages);
    let dependencies: Vec<Value> = all
        .map(|package| {
            let uses: Vec<String> = package.uses.iter().map(|name| address(name)).collect();
            json!({ "ref": address(&package.named()), "dependsOn": uses })
        })
        .collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component(&materials.program, "application") },
        "components": materials.packages.iter().map(|package| component(package, "library")).collect::<Vec<_>>(),
        "dependencies": dependencies,
    });
    format!("{bill:#}\n")
}

fn component(package: &Package, kind: &str) -> Value {
    let address = address(&package.named());
    let mut component = json!({
        "type": kind,
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "purl": address,
    });
    if let (Some(members), Ok(licence)) = (component.as_object_mut(), package.licence()) {
        members.insert("licenses".to_owned(), json!([{ "expression": licence }]));
    }
    if let (Some(members), Some(checksum)) = (component.as_object_mut(), &package.checksum) {
        members.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    component
}

/// Where a package is found, as `name@version` says it.
fn address(named: &str) -> String {
    format!("pkg:cargo/{named}")
}

#[cfg(test)]
mod tests {
    use super::super::packages::Materials;
    use super::super::packages::tests::target;

    #[test]
    fn every_reference_of_the_bill_leads_to_a_component() {
        let materials = Materials::of(&target()).expect("cargo has all packages");
        let bill: serde_json::Value = serde_json::from_str(&super::text(&materials)).expect("it is JSON");
        let list = |name: &str| bill.get(name).and_then(|list| list.as_array()).expect(name).clone();
        let text =
            |value: &serde_json::Value, name: &str| value.get(name).and_then(|it| it.as_str()).map(str::to_owned);
        let components: Vec<String> = list("components").iter().filter_map(|it| text(it, "bom-ref")).collect();
        let dependencies = list("dependencies");
        assert_eq!(components.len(), materials.packages.len());
        assert_eq!(dependencies.len(), components.len() + 1, "the program itself has no component in the list");
        let used =
            dependencies.iter().flat_map(|it| it.get("dependsOn").and_then(|it| it.as_array()).into_iter().flatten());
        for name in used {
            let name = name.as_str().expect("a reference is text");
            assert!(components.iter().any(|it| it == name), "{name}");
        }
        assert!(list("components").iter().all(|it| it.get("licenses").is_some() && it.get("hashes").is_some()));
    }
}
