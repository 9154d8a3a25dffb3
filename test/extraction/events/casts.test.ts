import { describe, expect, test } from 'vitest'
import { events } from './tagged.ts'

/** One rule a row: what it says, a sentence that it reads, and what comes of it. */
describe('whose verb it is', () => {
  test.each([
    [
      'a title leads up to its name, over the commas of another one',
      'وعلى صعيد تأليف الحكومة، التقى الرئيس المكلف ⟦P|سليم دوغان⟧ رئيس مجلس النواب ⟦P|إيفان سوكولوف⟧.',
      ['CONSULT سليم دوغان > إيفان سوكولوف'],
    ],
    [
      'two titles joined by و are one party',
      'اتهم نائب رئيس الوزراء ووزير الخارجية ⟦P|سليم دوغان⟧ ⟦C:IR:n|إيران⟧ بتمويل الجماعة.',
      ['ACCUSE سليم دوغان > IR'],
    ],
    [
      'people are the body that they come from',
      'وقصف مسلحون من ⟦O|حركة الشمال⟧ مواقع ⟦O|جيش الجنوب⟧.',
      ['ASSAULT حركة الشمال > جيش الجنوب'],
    ],
    ['a body in a country stands for it', 'أدانت السلطات في ⟦C:GN:n|غينيا⟧ ⟦C:ML:n|مالي⟧.', ['ACCUSE GN > ML']],
    [
      'أما … ف, over what describes the topic',
      'أما ⟦P|سليم دوغان⟧، وهو وزير سابق، فطالب ⟦C:IR:n|إيران⟧ بالانسحاب.',
      ['REQUEST سليم دوغان > IR'],
    ],
    [
      'over a relative clause between commas',
      '⟦P|سليم دوغان⟧، الذي عاد من رحلة طويلة، اتهم ⟦C:IR:n|إيران⟧ بالتدخل.',
      ['ACCUSE سليم دوغان > IR'],
    ],
    [
      'the name between commas behind its title',
      'وكان سفير ⟦C:GE:n|جورجيا⟧، ⟦P|سليم دوغان⟧، قد هنأ ⟦C:FR:n|فرنسا⟧.',
      ['SUPPORT سليم دوغان > FR'],
    ],
    [
      'who opens the clause behind أن',
      'وذكرت الوكالة أن القوات ⟦C:IR:d|الإيرانية⟧ التابعة للحرس احتجزت ⟦P|سليم دوغان⟧.',
      ['COERCE IR > سليم دوغان'],
    ],
    [
      'و parts a clause of its own',
      'رحبت ⟦C:IR:m|طهران⟧ بالاتفاق و⟦C:SA:m|الرياض⟧ ترفض الاتفاق.',
      ['SUPPORT IR >', 'REJECT SA >'],
    ],
    [
      'what و adds behind a relative clause is the main subject’s',
      'علّقت ⟦C:IL:n|إسرائيل⟧ المفاوضات التي يرعاها ⟦P|جون كارتر⟧، وهددت بالحرب.',
      ['SANCTION IL >', 'THREATEN IL >'],
    ],
    [
      'the subject is in the particle: what follows is the object',
      'ونفى ⟦O|جيش الشمال⟧ الرقم، مؤكدا أنه استهدف ⟦O|حركة الجنوب⟧.',
      ['ASSAULT جيش الشمال > حركة الجنوب'],
    ],
    [
      'a meeting said of two is between them',
      'عقد في ⟦L:SA|الرياض⟧ لقاء جمع ⟦P|جون كارتر⟧ و⟦P|سليم دوغان⟧.',
      ['CONSULT جون كارتر > سليم دوغان'],
    ],
    [
      'a date line is no part of the clause',
      '⟦L:LB|بيروت⟧ (⟦O|وكالة الفجر⟧) - أفرجت ⟦O|جبهة الشمال⟧ عن ⟦P|سليم دوغان⟧.',
      ['CONCEDE جبهة الشمال > سليم دوغان'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(events(sentence).filter((event) => !event.startsWith('STATEMENT'))).toEqual(expected)
  })

  test.each([
    ['two bodies of one noun: it stands for neither', '⟦O|حركة الشمال⟧ و⟦O|حركة الجنوب⟧. وقصفت الحركة ⟦C:IR:n|إيران⟧.'],
    ['a noun of its own in front of the verb', 'وصل ⟦P|سليم دوغان⟧. وقال إن العاصفة دمرت ⟦C:IR:n|إيران⟧.'],
  ])('near: %s', (_, sentence) => {
    const blows = events(sentence).filter((event) => /^(?:ASSAULT|DISASTER)/u.test(event))
    expect(blows.map((event) => event.replace(/^\w+ /u, ''))).toEqual(['> IR'])
  })

  test('near: one verb in the dual keeps two subjects together', () => {
    const found = events('⟦C:IR:m|طهران⟧ و⟦C:SA:m|الرياض⟧ تدعوان ⟦C:IQ:n|العراق⟧ إلى الهدوء.')
    expect(found).toEqual(['REQUEST IR, SA > IQ'])
  })
})
