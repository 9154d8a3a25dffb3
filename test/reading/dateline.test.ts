/** Datelines with days in them, and what only looks like one. */
import { describe, expect, test } from 'vitest'
import { datelineOf } from '../../src/reading/dateline.ts'

describe('datelines', () => {
  test.each([
    ['TEHRAN, Aug. 13 (MNA) – ', 'MNA'],
    ['TEHRAN, Aug. 13 (MNA) –', 'MNA'],
    ['Tegucigalpa, Jan 2 (EFE).- ', 'EFE'],
    ['STOCKHOLM, Aug 29, 2014 (AFP) - ', 'AFP'],
    ['Rome, October 11 - ', null],
    ['(ANSA) - Rome, October 11 - ', 'ANSA'],
    ['بيروت 3 شباط (رويترز) - ', 'رويترز'],
    ['القاهرة، ٣ فبراير ٢٠٢٥ (أ ش أ) - ', 'أ ش أ'],
  ])('%s', (dateline, outlet) => {
    expect(datelineOf(`${dateline}Bridge opens.`)).toMatchObject({ length: dateline.length, outlet })
  })

  test.each(['May 3 - the day of the vote', 'On Aug. 13 the bridge opened - at last.', 'في 3 فبراير افتتح الجسر'])(
    'not %s',
    (text) => {
      expect(datelineOf(text)).toBeNull()
    },
  )
})
