import fc from 'fast-check'

const PIECES = [
  ...[
    'وزير',
    'والأردن',
    'للأردن',
    'بموسكو',
    'مُحَمَّد',
    'ﻏﻴﺎﻧﺎ',
    'ﻻ',
    'ﷺ',
    'العـــربية',
    'می\u200cشود',
    '#سوريا_الجديدة',
    'د. حسن',
    'أ.ف.ب',
  ],
  ...[
    'U.S.',
    "Trump's",
    'Erdoğan',
    'al-Sharaa',
    "d'Ivoire",
    'İstanbul',
    'G20',
    '1st',
    '3.5%',
    '١٢٬٠٠٠',
    '2025-02-01T18:39:16Z',
    '1439هـ',
  ],
  ...[
    ' ',
    '\n',
    '\n\n',
    '\u00a0',
    '\u200f',
    '\u202d',
    '.',
    '..',
    '؟',
    '،',
    '«',
    '»',
    '"',
    '(',
    ')',
    '👩‍👩‍👧',
    '\u0301',
    '\ud800',
  ],
]

/** Texts out of the pieces that news is made of, and wholly random ones between them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))
