/** Whose verb it is where a clause names nobody: the subject of the same level, or of the sentence before. */
import type { Who } from './cast-builder.ts'
import { ASIDE, MAIN, TOLD } from './clause-levels.ts'

/** Subjects so far: of the main clauses, of what is told, and of the last verb whatever. */
export type Subjects = { readonly main: Who | null; readonly told: Who | null; readonly last: Who | null }

/** Nobody yet. */
export const NOBODY: Subjects = { main: null, told: null, last: null }

/** The subject that carries on to a verb of that level. */
export function carriedAt(subjects: Subjects, level: number): Who | null {
  if (level === MAIN) return subjects.main ?? subjects.last
  return level === TOLD ? (subjects.told ?? subjects.last) : subjects.last
}

/** With the stated subject of a verb of that level. */
export function withSubject(subjects: Subjects, level: number, who: Who): Subjects {
  if (level === MAIN) return { main: who, told: who, last: who }
  return level === ASIDE ? { ...subjects, last: who } : { ...subjects, told: who, last: who }
}

/** With whose words begin: inside them, who speaks is the subject until they name another. */
export function withSpeaker(subjects: Subjects, who: Who): Subjects {
  return { ...subjects, told: who, last: who }
}

/** At a new sentence only the main subject goes on. */
export function afterSentence({ main, last }: Subjects): Subjects {
  const who = main ?? last
  return { main: who, told: who, last: who }
}
