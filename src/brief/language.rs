//! Whether a text is in the language of the knowledge.

use crate::search::fold::words;
use crate::search::little::is_little;

/// So many words at least say something about the language.
const ENOUGH: usize = 20;
/// In English more than every fifth word is one of the little ones.
const SHARE: usize = 12;

/// Whether a text is too poor in little English words to be English.
pub(super) fn is_foreign(text: &str) -> bool {
    let words = words(text);
    let little = words.iter().filter(|word| is_little(&word.text)).count();
    words.len() >= ENOUGH && little * 100 < words.len() * SHARE
}

#[cfg(test)]
mod tests {
    use super::is_foreign;

    #[test]
    fn english_is_known_by_its_little_words() {
        let german = "Wir möchten unseren Kunden jede Woche einen Newsletter schicken und sie nach dem Kauf an die Bewertung \
                      erinnern, aber nur wenn sie zugestimmt haben und nicht am Wochenende.";
        let french = "Nous voulons envoyer chaque mois une lettre à tous nos clients qui ont donné leur accord, puis leur \
                      rappeler le rendez-vous deux jours avant la date prévue par un message.";
        assert!(is_foreign(german) && is_foreign(french));
        let english = "We want to send our customers a newsletter every week and remind them of the review after they have \
                       bought, but only if they have agreed and not on weekends.";
        assert!(!is_foreign(english));
        assert!(!is_foreign("Newsletter, weekly, SMS"));
    }
}
