// Lays an event out as SVG, in three columns: who, the event, to whom or about whom; below, the sentences and chains.

export type EventPicture = {
  readonly type: string
  readonly status: string
  readonly headline: string
  readonly sourceCount: number
  readonly date: { readonly edtf: string; readonly expression: string | null } | null
  readonly place: { readonly name: string } | null
  readonly participants: readonly {
    readonly role: string
    readonly entity: { readonly kind: string; readonly name: string; readonly english: string }
  }[]
  readonly reports: {
    readonly nodes: readonly {
      readonly evidence: {
        readonly sentence: { readonly text: string }
        readonly article: {
          readonly headline: string
          readonly publishedOn: string | null
          readonly source: { readonly name: string } | null
        }
      }
      readonly attribution: readonly { readonly text: string; readonly anonymous: boolean }[]
    }[]
  }
}

const width = 960
const colours: Readonly<Record<string, string>> = {
  PERSON: '#1d4ed8',
  COUNTRY: '#047857',
  ORGANIZATION: '#b45309',
  PLACE: '#7c3aed',
  EVENT: '#b91c1c',
}

/** One event as a picture of its own. */
export function drawEvent(event: EventPicture): string {
  const actors = event.participants.filter(({ role }) => role === 'ACTOR')
  const others = event.participants.filter(({ role }) => role !== 'ACTOR')
  const rows = Math.max(actors.length, others.length, event.place === null ? 1 : 2)
  const middle = 40 + rows * 45
  const centre = { x: width / 2, y: middle }
  const at = (index: number, many: number) => middle + (index - (many - 1) / 2) * 90
  const boxes = [
    ...actors.map(({ role, entity }, i) => ({ x: 150, y: at(i, actors.length), role, ...entity })),
    ...others.map(({ role, entity }, i) => ({ x: width - 150, y: at(i, others.length), role, ...entity })),
  ]
  let y = middle + rows * 45 + 40
  const cards: string[] = []
  for (const report of event.reports.nodes) {
    const card = drawReport(report, y)
    cards.push(`<path d="M${centre.x} ${centre.y + 32} L${centre.x} ${y}" class="line"/>`, card.svg)
    y += card.height + 24
  }
  const lines = boxes.map(
    (box) =>
      `<path d="M${centre.x} ${centre.y} L${box.x} ${box.y}" class="line"/>` +
      `<text x="${(centre.x + box.x) / 2}" y="${(centre.y + box.y) / 2 - 6}" class="small">${box.role.toLowerCase()}</text>`,
  )
  const when =
    event.date === null
      ? 'undated'
      : `${event.date.edtf}${event.date.expression === null ? '' : ` — ${isolate(`“${event.date.expression}”`)}`}`
  const where = event.place === null ? '' : ` · ${event.place.name}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" font-family="Noto Sans, Noto Sans Arabic, sans-serif">`,
    `<title>${escapeXml(event.headline)}</title>`,
    '<style>.line{stroke:#94a3b8;stroke-width:2}.small{font-size:12px;fill:#475569;text-anchor:middle}.name{font-size:16px;font-weight:600;text-anchor:middle}.card{fill:#f8fafc;stroke:#cbd5e1}.arabic{font-size:16px;fill:#0f172a}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...lines,
    ...cards,
    box(
      centre.x,
      centre.y,
      270,
      `${event.type} · ${event.status.toLowerCase()}`,
      `${when}${where}`,
      colours['EVENT'] ?? '',
    ),
    ...boxes.map((one) =>
      box(
        one.x,
        one.y,
        230,
        one.name,
        one.english === one.name ? one.kind.toLowerCase() : one.english,
        colours[one.kind] ?? '',
      ),
    ),
    '</svg>',
    '',
  ].join('\n')
}

function box(x: number, y: number, wide: number, name: string, below: string, colour: string): string {
  return (
    `<rect x="${x - wide / 2}" y="${y - 32}" width="${wide}" height="64" rx="12" fill="#fff" stroke="${colour}" stroke-width="2.5"/>` +
    `<text x="${x}" y="${y - 4}" class="name" fill="${colour}">${escapeXml(name)}</text>` +
    `<text x="${x}" y="${y + 18}" class="small">${escapeXml(below)}</text>`
  )
}

function drawReport(report: EventPicture['reports']['nodes'][number], y: number): { svg: string; height: number } {
  const { evidence, attribution } = report
  const { text } = evidence.sentence
  const rightToLeft = /\p{Script=Arabic}/u.test(text)
  const lines = wrap(text, 108)
  const chain = attribution
    .map(({ text: step, anonymous }) => isolate(step) + (anonymous ? ' (unnamed)' : ''))
    .join('  ←  ')
  const height = lines.length * 26 + 66
  const x = rightToLeft ? width - 70 : 70
  const direction = rightToLeft ? ' direction="rtl"' : ''
  return {
    height,
    svg: [
      `<rect x="40" y="${y}" width="${width - 80}" height="${height}" rx="12" class="card"/>`,
      ...lines.map(
        (line, i) => `<text x="${x}" y="${y + 32 + i * 26}" class="arabic"${direction}>${escapeXml(line)}</text>`,
      ),
      `<text x="${width / 2}" y="${y + height - 22}" class="small">${escapeXml(chain)} · ${evidence.article.publishedOn ?? 'undated'}</text>`,
    ].join('\n'),
  }
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Keeps words of one direction together inside a line of the other: first strong isolate, pop directional isolate. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
