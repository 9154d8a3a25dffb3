import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, variableNames } from '../../src/server/config.ts'

const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')

test('.env.example lists every variable that is read, and no other', () => {
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
  expect(listed.toSorted()).toEqual([...variableNames].toSorted())
})

test('the values of .env.example are the defaults', () => {
  const values = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]))
  expect(readConfig(values)).toEqual(readConfig({}))
})

test('a wrong value is refused by the name of its variable', () => {
  expect(() => readConfig({ PORT: 'eighty' })).toThrow(ConfigError)
  expect(() => readConfig({ PORT: '70000', LOG_LEVEL: 'loud' })).toThrow(/PORT[\s\S]*LOG_LEVEL/)
  expect(() => readConfig({ DATABASE_URL: 'mysql://localhost/x' })).toThrow(/DATABASE_URL/)
})
