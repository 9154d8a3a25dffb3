import type { TimeUnit } from '../../meaning.ts'
import { direction } from '../../parts.ts'
import { optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

const UNITS: Readonly<Record<string, TimeUnit>> = {
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
  decade: 'DECADE',
  century: 'CENTURY',
}

export const periodAr = timeRule({
  name: 'period-ar',
  why: 'The week, month or year around today, the one before or the one behind it. العام is also "general": behind الأمين and its like it is no year.',
  language: 'ar',
  pattern: sequence({
    phase: optional(word('PHASE')),
    this: optional(word('THIS')),
    period: word('PERIOD'),
    direction: optional(direction),
  }),
  read({ phase, this: here, period, direction: told }, { before }) {
    const unit = UNITS[period.key]
    if (unit === undefined || (phase === null && here === null && told === null)) return null
    if (unit === 'YEAR' && before.some(({ kind }) => kind === 'GENERAL_BEFORE')) return null
    const weekend = unit === 'WEEK' && phase?.key === 'end'
    return { kind: 'PERIOD', unit: weekend ? 'WEEKEND' : unit, offset: told ?? 0 }
  },
  yes: [
    { text: 'التقيا ⟦الشهر الماضي⟧ في بغداد', on: '2025-02-02', edtf: '2025-01' },
    { text: 'تتسلم الرئاسة ⟦مطلع الشهر المقبل⟧', on: '2020-11-21', edtf: '2020-12' },
    { text: 'موسم حج ⟦هذا العام⟧', on: '2016-09-15', edtf: '2016' },
    { text: 'قبل ⟦نهاية السنة الجارية⟧', on: '2011-07-12', edtf: '2011' },
    { text: 'زار ⟦الشهر ما قبل الماضي⟧ بيروت', on: '2025-02-01', edtf: '2024-12' },
    { text: 'زار ⟦الأسبوع الماضي⟧ بيروت', on: '2025-02-01', edtf: '2025-01-20/2025-01-26' },
    { text: 'خلال ⟦القرن الماضي⟧', on: '2025-02-01', edtf: '1901-01-01/2000-12-31' },
  ],
  no: ['التقى الأمين العام الحالي', 'أمينها العام السابق', 'وصل خلال العام', 'الشرق الأوسط'],
})
