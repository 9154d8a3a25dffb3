import { expect, test } from 'vitest'
import { isnad } from '../support/isnad.ts'

test('options behind `evaluate reading` are its own, not those of `evaluate`', async () => {
  const { code, out } = await isnad(['evaluate', 'reading', 'test/cases/reading', '--faults', 'headline'])
  expect(out).toBe('')
  expect(code).toBe(0)
})
