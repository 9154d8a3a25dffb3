import { column } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { read } from './read.ts'

export const DocumentNote = builder.objectRef<Answer>('DocumentNote')

builder.objectType(DocumentNote, {
  description: 'A repair or a doubt about a document.',
  fields: (t) => ({
    code: t.string({
      description: 'For programs: stable and upper case, e.g. DATE_CONTRADICTS_WEEKDAY.',
      ...read(column('code')),
    }),
    message: t.string({ description: 'One sentence, for people.', ...read(column('message')) }),
    start: t.int({
      nullable: true,
      description: "Where in the document's text it begins, in UTF-16 code units; null when it is about the whole.",
      ...read(column('start')),
    }),
    end: t.int({
      nullable: true,
      description: 'Where it ends, exclusive; null when it is about the whole.',
      ...read(column('end')),
    }),
  }),
})
