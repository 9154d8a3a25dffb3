/** Looks things up in a tree of XML by names without their prefixes, in lower case: writers differ in both. */
import type { LocatedText } from '../located-text.ts'
import { type MarkupElement, textOf } from './markup-tree.ts'

/** An element's name without its prefix, in lower case. */
export function localName(element: MarkupElement): string {
  return element.name.toLowerCase().replace(/^.*:/, '')
}

/** The children of these local names, in document order. */
export function childrenNamed(element: MarkupElement, ...names: readonly string[]): MarkupElement[] {
  return element.children.filter((node) => node.kind === 'element').filter((node) => names.includes(localName(node)))
}

/** The first element at the end of a path of local names; null when the tree has none. */
export function elementAt(element: MarkupElement, ...path: readonly string[]): MarkupElement | null {
  return elementsAt(element, ...path)[0] ?? null
}

/** All elements at the end of a path of local names. */
export function elementsAt(element: MarkupElement, ...path: readonly string[]): MarkupElement[] {
  let found = [element]
  for (const name of path) found = found.flatMap((parent) => childrenNamed(parent, name))
  return found
}

/** The text at the end of a path; null when it is missing or blank. */
export function textAt(element: MarkupElement, ...path: readonly string[]): LocatedText | null {
  return textsAt(element, ...path)[0] ?? null
}

/** The texts at the end of a path that are not blank. */
export function textsAt(element: MarkupElement, ...path: readonly string[]): LocatedText[] {
  return elementsAt(element, ...path)
    .map(textOf)
    .filter((text) => text.text.trim() !== '')
}

/** An attribute's value; all its letters stand for the opening tag, as no parser keeps their places. Null when blank. */
export function attributeOf(element: MarkupElement | null, name: string): LocatedText | null {
  const text = element?.attributes[name]?.trim() ?? ''
  if (element === null || text === '') return null
  const offsets = new Uint32Array(text.length + 1).fill(element.start)
  offsets[text.length] = element.contentStart
  return { text, offsets }
}
