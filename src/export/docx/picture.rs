//! The logo in the text, as high as a line or two.

use super::xml::A;
use crate::export::brand::{Logo, alternative};
use crate::export::escape::xml as escape;

/// The id by which the text refers to the picture, and the part that holds it.
pub(super) const ID: &str = "rIdLogo";
pub(super) const PART: &str = "word/media/logo.png";

/// The size of the picture at most, in English metric units: 60 by 8 mm.
const BOX: [u32; 2] = [2_160_000, 288_000];

/// The picture, with the name of the company for whoever does not see it.
pub(super) fn drawing(logo: &Logo, company: Option<&str>) -> String {
    let [wide, high] = logo.within(BOX);
    let described = escape(&alternative(company));
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">\
         <wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"2\" name=\"Logo\" descr=\"{described}\"/>\
         <wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"{A}\"><a:graphicData uri=\"{PICTURE}\">\
         <pic:pic xmlns:pic=\"{PICTURE}\"><pic:nvPicPr><pic:cNvPr id=\"2\" name=\"Logo\" descr=\"{described}\"/><pic:cNvPicPr/>\
         </pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{ID}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>\
         <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
         </w:drawing></w:r>"
    )
}

/// The name space of pictures.
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
