import type { Command } from 'commander'
import type { AddOptions } from './feeds.ts'
import { call, examplesOf } from './help-examples.ts'
import type { Io } from './io.ts'
import type { PollCommandOptions } from './poll-feeds.ts'
import { wholeNumber } from './whole-number.ts'

type Run = (work: (io: Io) => Promise<number>) => Promise<void>

const minutesOf = wholeNumber(1, 43_200)

/** Declares `feeds` and what can be done with them. */
export function declareFeeds(program: Command, run: Run): void {
  const work = () => import('./feeds.ts')
  const feeds = program
    .command('feeds')
    .description('follow RSS, Atom and JSON feeds: every entry becomes a document of its own')
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} feeds add https://example.org/feed.xml`, 'follow a feed, or the one that a page offers'],
        [`${call} feeds poll --watch`, 'read what is new, now and from now on'],
        [`${call} feeds list`, 'what is followed, when it is asked next, and what is wrong'],
      )}
Sites are asked by their robots.txt, one request a host at a time, and only for what has changed.
A feed that fails is asked less and less often, one that is gone (410) no more.
`,
    )

  feeds
    .command('add')
    .description('follow feeds, by their addresses or those of pages that offer one')
    .argument('<urls...>', 'addresses')
    .option('--every <minutes>', 'between two polls that go well', minutesOf, 30)
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} feeds add https://example.org/feed.xml`, 'a feed'],
        [`${call} feeds add https://example.org/ --every 10`, 'the one feed that a page offers, every ten minutes'],
      )}
Each address is asked once, to see that a feed is there; \`feeds poll\` reads it.
`,
    )
    .action((urls: string[], options: AddOptions) => run(async (io) => (await work()).addFeeds(urls, options, io)))

  feeds
    .command('list')
    .description('show the feeds and how their polling stands')
    .option('--json', 'all that is known of them, as JSON')
    .addHelpText(
      'after',
      examplesOf(
        [`${call} feeds list`, 'a line a feed, and what is wrong with it'],
        [`${call} feeds list --json | jq '.[] | select(.status == "FAILED").url'`, 'those that fail'],
      ),
    )
    .action((options: { json?: boolean }) => run(async (io) => (await work()).showFeeds(options, io)))

  feeds
    .command('poll')
    .description('read what is new in the feeds that are due')
    .option('--all', 'in all of them, due or not')
    .option('--articles', 'fetch the page behind each new teaser, too')
    .option('--watch', 'go on, and read each feed whenever it is due')
    .option('--jobs <n>', 'feeds asked for at once, of different hosts', wholeNumber(1, 64), 4)
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} feeds poll`, 'those that are due, from cron or by hand'],
        [`${call} feeds poll --articles`, 'with the whole text, where a feed gives its beginning'],
        [`${call} feeds poll --watch`, 'as a service beside `serve`; several share the work'],
      )}
Exits 1 when a feed could not be read or an entry was refused; the others are in.
`,
    )
    .action((options: PollCommandOptions) =>
      run(async (io) => (await import('./poll-feeds.ts')).pollCommand(options, io)),
    )

  feeds
    .command('remove')
    .description('follow feeds no more; what they brought stays')
    .argument('<urls...>', 'addresses as `feeds list` shows them')
    .addHelpText('after', examplesOf([`${call} feeds remove https://example.org/feed.xml`, 'one feed']))
    .action((urls: string[]) => run(async (io) => (await work()).removeFeeds(urls, io)))

  feeds
    .command('import')
    .description('follow the feeds of an OPML list, as feed readers export it')
    .argument('<file>', 'the list, or - for standard input')
    .option('--every <minutes>', 'between two polls that go well', minutesOf, 30)
    .addHelpText(
      'after',
      `${examplesOf([`${call} feeds import subscriptions.opml`, 'every feed of a list'])}
Nothing is asked for yet; \`feeds poll\` tells which of them are there no more.
Exits 1 when an entry of the list is no feed's address; the others are in.
`,
    )
    .action((file: string, options: AddOptions) => run(async (io) => (await work()).importFeeds(file, options, io)))

  feeds
    .command('export')
    .description('write the feeds as OPML, which feed readers take')
    .addHelpText('after', examplesOf([`${call} feeds export > subscriptions.opml`, 'into a file']))
    .action(() => run(async (io) => (await work()).exportFeeds(io)))
}
