import { expect, test } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { belowFloors, pinned, SLACK } from '../../src/evaluation/floors.ts'
import { perfect, smallArticle } from './small-article.ts'

const right = scored(true)
const wrong = scored(false)

function scored(withRoles: boolean) {
  const { scores } = evaluate([smallArticle], (input) => {
    const found = perfect(input)
    return withRoles ? found : { ...found, roles: [] }
  })
  const all = scores['all']
  if (all === undefined) throw new Error('no scores')
  return all
}

test('a new floor lies a little below what was measured', () => {
  const { floors } = pinned(right, 'digest', null, false)
  expect(floors.f1.roles).toBeLessThan(1)
  expect(floors.f1.roles).toBeGreaterThan(1 - SLACK)
  expect(belowFloors(right, floors)).toEqual([])
})

test('a figure that fell is named, with its floor', () => {
  const { floors } = pinned(right, 'digest', null, false)
  expect(belowFloors(wrong, floors)).toEqual([{ kind: 'roles', floor: floors.f1.roles, f1: 0 }])
})

test('floors rise, but fall only when told to', () => {
  const { floors } = pinned(right, 'digest', null, false)
  expect(pinned(wrong, 'digest', floors, false)).toEqual({ floors, kept: ['roles'] })
  expect(pinned(wrong, 'digest', floors, true).floors.f1.roles).toBe(0)
  expect(pinned(right, 'digest', pinned(wrong, 'digest', null, false).floors, false).floors).toEqual(floors)
})
