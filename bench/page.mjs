// Writes docs/benchmarks.md and its chart from the results.
// usage: node bench/page.mjs [OUT_FOLDER [RESULTS]]      (docs, bench/results/side-by-side.json)
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const [out = join(home, 'docs'), file = join(home, 'bench/results/side-by-side.json')] = process.argv.slice(2)
const alone = join(home, 'bench/results/jmh.json')
const results = JSON.parse(readFileSync(file, 'utf8'))
const micro = existsSync(alone) ? JSON.parse(readFileSync(alone, 'utf8')) : undefined
const { machine, nights, growth } = results

// How long Intercom takes for an answer, and the length of a rate window, in seconds.
const LATENCY = 0.05
const WINDOW = 10

const whole = (number) => Math.round(number).toLocaleString('en')
const sampled = (it) => it.sample < it.members
const mark = (it) => (sampled(it) ? '≈ ' : '')
const megabytes = (bytes) => `${whole(bytes / 1e6)} MB`
const percent = (share) => `${(share * 100).toFixed(1)} %`
const time = (seconds) => {
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const all = Math.round(seconds)
  return `${Math.floor(all / 60)} min ${String(all % 60).padStart(2, '0')} s`
}
const times = (ratio) => (ratio >= 10 ? whole(ratio) : ratio.toFixed(1)) + ' ×'
const row = (...cells) => `| ${cells.join(' | ')} |`
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows].join('\n')

const limits = [...new Set(nights.map((night) => night.limit))]
const pairs = limits.flatMap((limit) =>
  [...new Set(nights.map(({ night }) => night))].map((name) => {
    const of = (side) => nights.find((it) => it.limit === limit && it.night === name && it.side === side)
    return { limit, name, rollcall: of('Rollcall'), script: of('usual script') }
  }),
)
// A night that the script does not have is compared with the script's night of the same result.
const own = pairs.filter(({ script }) => script)
const beside = ({ limit, script }) => script ?? own.find((it) => it.limit === limit && it.name === 'first load').script

const sideBySide = (limit) =>
  table(
    ['night', 'side', 'calls', '429s', 'time', 'processor', 'peak memory'],
    pairs
      .filter((pair) => pair.limit === limit)
      .flatMap((pair) => {
        const { name, rollcall } = pair
        const script = beside(pair)
        const line = (it, label) =>
          row(
            label,
            it.side,
            mark(it) + whole(it.whole.calls),
            it.whole.rateLimited,
            mark(it) + time(it.whole.wall),
            sampled(it) ? '–' : `${it.whole.processor.toFixed(1)} s`,
            megabytes(it.whole.peak),
          )
        const ratio = (of) => times(of(script.whole) / of(rollcall.whole))
        return [
          line(rollcall, `**${name}**`),
          ...(pair.script ? [line(script, '')] : []),
          row(
            '',
            'script ÷ Rollcall',
            ratio((cost) => cost.calls),
            '',
            ratio((cost) => cost.wall),
            sampled(rollcall) || sampled(script) ? '–' : ratio((cost) => cost.processor),
            ratio((cost) => cost.peak),
          ),
        ]
      }),
  )

// The least time for a run: each call waits for the rate limit, and each page of the listing for the page before it.
const bounds = ({ rollcall: it }) => {
  const { calls, lists, wall, before } = it.whole
  const rate = (calls / it.permitted) * WINDOW
  const listing = lists * LATENCY
  const others = ((calls - lists) / it.permitted) * WINDOW
  const slower = listing > others ? 'latency of the listing' : 'rate, and latency while listing'
  const by = rate >= listing + others ? 'rate' : slower
  return { by, bound: Math.max(rate, listing + others), calling: wall - before }
}
const bounded = table(
  [
    'limit',
    'night',
    'bound by',
    'least possible',
    'from the first call to the end',
    'over it',
    'before the first call',
    'from page to page',
    'after the last call',
  ],
  own.map((pair) => {
    const { by, bound, calling } = bounds(pair)
    const { before, page, after, lists } = pair.rollcall.whole
    return row(
      `${pair.limit}/10 s`,
      mark(pair.rollcall) + pair.name,
      by,
      time(bound),
      time(calling),
      `${calling >= bound ? '+' : '−'}${percent(Math.abs(calling / bound - 1))}`,
      time(before),
      lists > 1 ? `${whole(page * 1000)} ms` : '–',
      time(after),
    )
  }),
)

const long = own.map(({ rollcall }) => rollcall).filter((it) => it.seen.writes >= 2 * it.permitted)
const used = table(
  ['limit', 'permitted', 'night', 'writes', 'used while writing', 'used in the whole run', 'busiest 10 s', '429s'],
  long.map((it) =>
    row(
      `${it.limit}/10 s`,
      `${it.permitted}/10 s`,
      it.night,
      whole(it.seen.writes),
      `**${percent(it.writing)}**`,
      percent(it.running),
      it.busiest,
      it.seen.rateLimited,
    ),
  ),
)

const costs = table(
  ['night', 'contacts', 'pages of 150', 'writes', 'other calls', 'all calls'],
  own
    .filter(({ limit }) => limit === limits[0])
    .map(({ rollcall: it }) => {
      const pages = Math.ceil(it.contacts / 150)
      const { calls, writes } = it.seen
      const members = sampled(it) ? `, first ${whole(it.sample)} members` : ''
      return row(it.night + members, whole(it.contacts), pages, whole(writes), calls - pages - writes, whole(calls))
    }),
)

const steady = [...growth, pairs.find(({ limit, name }) => limit === limits[0] && name === '100 changed').rollcall]
const script = pairs.find(({ limit, name }) => limit === limits[0] && name === '100 changed').script

// ── The chart: calls and time against members, both scales logarithmic ──────────────────────────────
const chart = () => {
  const width = 400
  const height = 260
  const left = 62
  const right = 24
  const top = 46
  const bottom = 44
  const members = steady.map((it) => it.members)
  const perMember = (of) => of(script.whole) / script.members
  const panel = (title, of, ticks, say, x0) => {
    const [low, high] = [Math.log10(ticks[0]), Math.log10(ticks.at(-1))]
    const x = (n) =>
      x0 + left + (Math.log10(n / members[0]) / Math.log10(members.at(-1) / members[0])) * (width - left - right)
    const y = (n) => top + (1 - (Math.log10(n) - low) / (high - low)) * (height - top - bottom)
    const line = (points, colour, dash) =>
      `<polyline fill="none" stroke="${colour}" stroke-width="2.5"${dash ? ' stroke-dasharray="6 4"' : ''} points="${points
        .map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`)
        .join(' ')}"/>` +
      points.map(([a, b]) => `<circle cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="3.5" fill="${colour}"/>`).join('')
    return [
      `<text x="${x0 + left}" y="24" class="title">${title}</text>`,
      ...ticks.map(
        (tick) =>
          `<line x1="${x0 + left}" x2="${x0 + width - right}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" class="grid"/>` +
          `<text x="${x0 + left - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${say(tick)}</text>`,
      ),
      ...members.map(
        (n) => `<text x="${x(n).toFixed(1)}" y="${height - bottom + 20}" text-anchor="middle">${whole(n)}</text>`,
      ),
      `<text x="${x0 + (left + width - right) / 2}" y="${height - 6}" text-anchor="middle">members</text>`,
      line(members.map((n) => [n, perMember(of) * n]), '#c2410c', true),
      line(steady.map((it) => [it.members, of(it.whole)]), '#1d4ed8', false),
    ].join('\n')
  }
  const calls = panel('Calls in a night', (cost) => cost.calls, [100, 1000, 10000, 100000], whole, 0)
  const clock = (seconds) => (seconds >= 60 ? `${whole(seconds / 60)} min` : `${seconds} s`)
  const spent = panel('Time of a night', (cost) => cost.wall, [6, 60, 600, 6000], clock, width)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${height + 30}" role="img" aria-label="Calls and time of a night with 100 changed against members">
<style>text{font:12px system-ui,sans-serif;fill:#374151}.title{font-size:15px;font-weight:600}.grid{stroke:#d1d5db}</style>
<rect width="100%" height="100%" fill="#fff"/>
${calls}
${spent}
<line x1="62" x2="92" y1="${height + 16}" y2="${height + 16}" stroke="#1d4ed8" stroke-width="2.5"/><text x="98" y="${height + 20}">Rollcall, measured at each size</text>
<line x1="330" x2="360" y1="${height + 16}" y2="${height + 16}" stroke="#c2410c" stroke-width="2.5" stroke-dasharray="6 4"/><text x="366" y="${height + 20}">usual script, two calls a member, from ${whole(script.sample)} members measured</text>
</svg>
`
}

const grown = table(
  ['members', 'calls', 'time', 'processor', 'peak memory'],
  steady.map((it) =>
    row(
      whole(it.members),
      whole(it.whole.calls),
      time(it.whole.wall),
      `${it.whole.processor.toFixed(1)} s`,
      megabytes(it.whole.peak),
    ),
  ),
)

const named = {
  'PlannerBenchmark.plan': 'plan for 20,123 members and as many contacts, index and all',
  'MappingBenchmark.project': 'one member mapped by the built-in profile',
  'JsonBenchmark.list': 'a page of 150 contacts read from JSON',
  'JsonBenchmark.update': 'an update written as JSON, its answer read and compared',
  'PacerBenchmark.call': 'pacing of one call',
}
const measuredAlone = !micro
  ? ''
  : `
## One by one
\`bench/jmh\`: JMH ${micro[0].jmhVersion}, ${micro[0].forks} forks of ${micro[0].measurementIterations} × ${micro[0].measurementTime} on JDK ${micro[0].jdkVersion}, average time of one operation, 99.9 % confidence.

${table(
  ['what', 'time', '±', ''],
  micro.map(({ benchmark, primaryMetric: { score, scoreError, scoreUnit } }) => {
    const name = benchmark.split('.').slice(-2).join('.')
    return row(named[name] ?? name, Number(score.toPrecision(3)), Number(Number(scoreError).toPrecision(2)), scoreUnit.replace('/op', '').replace('us', 'µs'))
  }),
)}
`

const extrapolated = nights.filter(sampled)
const sampling =
  extrapolated.length === 0
    ? 'Every run is whole.'
    : `Runs marked ≈ were made for the first members only, ${whole(
        Math.min(...extrapolated.map((it) => it.sample)),
      )} or more of them (\`sample\` in [the results](../bench/results)), and multiplied. What happens once in a run (start, reading the roster, listing the workspace) is counted once; the rest grows with the members. Processor time is not multiplied, because a program uses more of it just after its start. Peak memory is that of the measured run. \`bench/run --whole\` measures them in full.`

const page = `# Benchmarks

<!-- Written by bench/page.mjs out of bench/results: run it again rather than edit this. -->

Rollcall beside the usual nightly script, on one machine, with one roster of ${whole(nights[0].members)} members and one stand-in Intercom.

| | |
|---|---|
| measured | ${results.began.slice(0, 10)}, \`${results.command}\`, ${results.minutes.toFixed(0)} minutes in all |
| machine | ${machine.processor}, ${machine.cores} cores, ${whole(machine.memory / 1e9)} GB, ${machine.system}; the database, PostgREST, the stand-in Intercom and the measured program share it |
| software | Java ${machine.java}, Node ${machine.node}; Rollcall as \`./rollcall sync\`, with the options that it ships with |
| roster | a real PostgreSQL behind a real PostgREST, as in a Supabase project |
| Intercom | \`rollcall sandbox\` over HTTP: every answer takes ${LATENCY * 1000} ms; calls over the limit are answered 429; bulk jobs are done at once |
| the usual script | [bench/baseline](../bench/baseline/nightly-script.mjs): Intercom's and Supabase's official Node clients; for each member it searches by e-mail, then updates or creates. It works on sixteen members at once, and spreads calls evenly over the limit less 2 %, so that it does not run into 429s |

Calls and 429s are counted by the stand-in Intercom, processor time and peak memory by the kernel, every 20 ms. ${sampling}

## Side by side
${limits
  .map((limit) => {
    const { permitted } = nights.find((it) => it.limit === limit && it.side === 'Rollcall')
    const how = permitted === limit ? `\`rate: ${limit}/10s\`` : '`rate: auto`, `headroom: 5%`'
    return `### At ${whole(limit)} calls per 10 s
Rollcall with ${how}.

${sideBySide(limit)}
`
  })
  .join('\n')}
![Calls and time of a night with 100 changed, against members](benchmarks.svg)

A night with 100 changed at ${limits[0]} calls per 10 s:

${grown}

## What bounds Rollcall
The roster is read while the contacts are listed, and both before the first write. A call waits for its place under the rate limit. A page of the listing also waits for the page before it, because each page names the next. So a run cannot take less than the larger of *all calls at the permitted rate* and *pages × ${LATENCY * 1000} ms + the other calls at the permitted rate*. A short run may be faster, because its first window is empty.

${bounded}

The time before the first call is Rollcall's start. The time above the bound is processor time: between two pages the stand-in makes a page and Rollcall reads it, on two cores that also read the roster; after the last call a quiet night is planned and reported, and every night is stored. The usual script makes two calls for each member, whatever changed; ${limits
  .map((limit) => {
    const shares = own.filter((pair) => pair.limit === limit).map(({ script: it }) => it.running)
    return `at ${whole(limit)} it used ${percent(Math.min(...shares))} or more of the limit`
  })
  .join(', ')}.

## How much of the limit is used
The share of the permitted calls that were made: calls ÷ (windows × permitted calls in a window), in runs that write for two windows or more.

${used}

## What a night costs in calls
One call for each page of 150 contacts, one for each write, and a few more, for the token's workspace and its attributes.

${costs}
${measuredAlone}
## Again, on your machine
\`\`\`
bench/run              # about twenty minutes; --quick: a minute
bench/run --long       # 75 minutes: 100 changed in full, and all nights at 1,667; --whole: four hours, all in full
bench/jmh              # planner, mapping, JSON and pacer one by one
node bench/page.mjs    # this page and its chart
\`\`\`
`

mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'benchmarks.md'), page)
writeFileSync(join(out, 'benchmarks.svg'), chart())
