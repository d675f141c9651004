//! Texts as clients write them.

/// For the small knowledge base of the frames.
pub(crate) const SIGN_UPS: &str = "\
Subject: Sign-ups of the bakery

Dear team,

1. A signal from our shop must start the journey, and the first message must go out within minutes.
2. Email is the main channel. Text messages (SMS) would be nice to have.
3. We also want push notifications with a picture in our own app.
4. Leads come from a LinkedIn form.

The canteen serves lovely pancakes on Fridays.

Kind regards,
Ada
";

/// A client who sells tools for gardens, in her own words: baskets, a newsletter, leads and consent.
pub(crate) const GARDEN_TOOLS: &str = "\
Subject: Garden tools, what we would like to do

Hi Sam,

as promised here is what we have in mind. We sell spades, shears and mowers online, mostly in spring.

Many people fill a basket in our shop and then leave. We must write to them within minutes, first by email and, if they have \
given us their number, with a text message on the next day. Whoever buys in the meantime must not get the reminder any more.

Once a month we send a newsletter with tips for the season to everybody who signed up, about 40,000 contacts. It should come in \
German and English. Please do not send anything at night or on Sundays.

On LinkedIn we run ads with a form. Whoever fills it in should become a lead, and sales would like to get the good ones \
straight away.

Consent matters to us: people confirm their address with a double opt-in, and they must be able to choose which topics they \
want to hear about. A coupon code in the mail would be nice to have.

Oh, and the office dog says hello.

Best,
Iris
";
