//! Pictures to be logos: a coloured rectangle as a PNG that every program can draw.

/// A rectangle of so many dots.
pub(crate) fn png(wide: u32, high: u32) -> Vec<u8> {
    let head = [&wide.to_be_bytes()[..], &high.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let row = [vec![0], [0x0b, 0x66, 0x63].repeat(wide as usize)].concat();
    let chunks = [chunk(*b"IHDR", &head), chunk(*b"IDAT", &stored(&row.repeat(high as usize))), chunk(*b"IEND", &[])];
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.concat()].concat()
}

fn chunk(name: [u8; 4], inside: &[u8]) -> Vec<u8> {
    let length = u32::try_from(inside.len()).unwrap().to_be_bytes();
    let summed = [&name[..], inside].concat();
    [&length[..], &summed, &crc(&summed).to_be_bytes()].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)));
    !sum
}

/// Bytes in the form of zlib, as they are.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let blocks: Vec<&[u8]> = bytes.chunks(60_000).collect();
    let mut packed = vec![0x78, 0x01];
    for (number, block) in (1..).zip(&blocks) {
        let length = u16::try_from(block.len()).unwrap();
        packed.push(u8::from(number == blocks.len()));
        packed.extend([length.to_le_bytes(), (!length).to_le_bytes()].concat());
        packed.extend(*block);
    }
    let (one, two) = bytes.iter().fold((1_u32, 0_u32), |(one, two), byte| {
        let one = (one + u32::from(*byte)) % 65_521;
        (one, (two + one) % 65_521)
    });
    packed.extend((two << 16 | one).to_be_bytes());
    packed
}
