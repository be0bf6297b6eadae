// Writes docs/fleet.md from the results of bench/fleet.
// usage: node bench/fleet.mjs [OUT_FOLDER [RESULTS]]      (docs, bench/results/fleet.json)
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const [out = join(home, 'docs'), file = join(home, 'bench/results/fleet.json')] = process.argv.slice(2)
const results = JSON.parse(readFileSync(file, 'utf8'))
const { machine, workspaces, changing, members, rate, latency, nights, idle, checked } = results

const whole = (number) => Math.round(number).toLocaleString('en')
const one = (number) => (number >= 100 ? whole(number) : number.toFixed(1))
const megabytes = (bytes) => `${whole(bytes / 1e6)} MB`
const row = (...cells) => `| ${cells.join(' | ')} |`
const table = (head, rows) => [row(...head), row(...head.map(() => '---:')), ...rows].join('\n')

const perHour = (night) => (workspaces / night.wall) * 3600
const perRun = (night) => night.processor / workspaces
const databasePerRun = (night) => night.database / workspaces
const statementsPerRun = (night) => night.statements / workspaces

const measured = table(
  ['processes', '`--runs`', 'all done after', 'runs an hour', 'CPU a run', 'of the database', 'of the stand-ins', 'most memory of a process', 'statements a second', 'a run', 'own 429s'],
  nights.map((it) =>
    row(
      it.processes,
      it.runs,
      `${one(it.wall)} s`,
      whole(perHour(it)),
      `${perRun(it).toFixed(2)} s`,
      `${databasePerRun(it).toFixed(2)} s`,
      `${(it.world / workspaces).toFixed(2)} s`,
      megabytes(it.peak),
      one(it.statements / it.wall),
      whole(statementsPerRun(it)),
      it.refusals,
    ),
  ),
)

const idling =
  idle.length === 0
    ? 'Not measured in this run.'
    : table(
        ['syncs', 'ready after', 'every schedule looked at after', 'statements a second', 'CPU an hour', 'memory'],
        idle.map((it) =>
          row(
            whole(it.syncs),
            `${one(it.ready)} s`,
            `${one(it.looked)} s`,
            one(it.statements),
            `${one(it.processor)} s`,
            megabytes(it.resident),
          ),
        ),
      )

// What one process at the usual --runs does.
const alone = nights.find((it) => it.processes === 1 && it.runs === 4)
// How long one run lasts while others go on beside it.
const lasts = (alone.wall * alone.runs) / workspaces

const estimate = (syncs) => {
  const slots = Math.ceil((syncs * lasts) / 3600)
  return {
    syncs,
    slots,
    processes: Math.ceil(slots / alone.runs),
    cores: (syncs * perRun(alone)) / 3600,
    database: (syncs * databasePerRun(alone)) / 3600,
    statements: (syncs * statementsPerRun(alone)) / 3600,
    wal: (syncs * alone.walBytes) / workspaces,
  }
}
const sizes = [1000, 10000].map(estimate)
const extrapolated = table(
  ['workspaces, each due once within an hour', 'runs at once', `processes with \`--runs ${alone.runs}\``, 'cores of the services', 'cores of the database', 'statements a second', 'log of the database a night (WAL)', 'checking the settings'],
  sizes.map((it) =>
    row(
      `≈ ${whole(it.syncs)}`,
      `≈ ${whole(it.slots)}`,
      `≈ ${whole(it.processes)}`,
      `≈ ${one(it.cores)}`,
      `≈ ${one(it.database)}`,
      `≈ ${whole(it.statements)}`,
      `≈ ${one(it.wal / 1e9)} GB`,
      `≈ ${whole((it.syncs * checked.processor) / checked.syncs)} s of CPU a process`,
    ),
  ),
)
const [, large] = sizes

const page = `<!-- Written by bench/fleet.mjs from bench/results/fleet.json. Do not edit. -->
# Many workspaces
What it takes where one or several processes of [the service](service.md) keep many workspaces: measured by \`bench/fleet\` on a sample, and extrapolated from it.

| | |
|---|---|
| when | ${results.began.slice(0, 10)}, ${one(results.minutes)} minutes, \`${results.command}\` |
| machine | ${machine.processor}, ${machine.cores} cores, ${whole(machine.memory / 1e9)} GB, ${machine.system}; services, PostgreSQL and the stand-ins share it |
| Java | ${machine.java} |
| sample | ${workspaces} workspaces of ${whole(members)} members each, all due at the same moment; in ${changing} of them ${whole(members / 400)} members have another name, in the others nothing is to be done |
| Intercom | a stand-in that answers from memory after ${latency} ms; each workspace has a token of its own and \`intercom.rate: ${rate}\` |
| store | one PostgreSQL 18 with its usual settings |

Other programs kept the same two cores busy meanwhile, several times over. So times, and CPU to a lesser degree, are far above what an idle machine shows ([one night alone](scale.md#a-night) takes 11 s and 6 s of CPU with the start of Java); statements and bytes do not depend on it.

## A night
${measured}

- A quiet run makes about ${whole(Math.ceil(members / 150) + 8)} calls. At ${rate} that takes ${one((Math.ceil(members / 150) * 10) / parseInt(rate))} seconds, whatever the machine does. So more processes, or more \`--runs\`, carry out more runs an hour until the cores are used up.
- The first runs of a process cost more than later ones: Java compiles while they run. In a sample as small as this they are most of the runs.
- It is the first run of each in a new store.
- No call was refused because of a rate of ours.${nights.length < 4 ? '\n- This run was ended after ' + nights.length + (nights.length === 1 ? ' night' : ' nights') + ', so the lines of more processes are missing. Its figures were taken from what it had printed by then; the settings below were checked apart from it, as 300 copies of one file.' : ''}

## Nothing to do
One process, of whose syncs none is due:

${idling}

## Many settings
\`rollcall validate\` of ${whole(checked.syncs)} syncs took ${one(checked.wall)} s and ${one(checked.processor)} s of CPU, and ${megabytes(checked.memory)} of memory. The service checks its settings the same way before it answers, and when it reads them again.

## Extrapolated
**Nothing below was measured.** It takes the figures of one process above and goes on in a straight line.

${extrapolated}

What would break first with ${whole(large.syncs)} workspaces within an hour, in this order:
1. **The database.** The first run of a workspace of ${whole(members)} members took ${whole(statementsPerRun(alone))} statements in the store, most of them in batches, and ${one(alone.walBytes / workspaces / 1e6)} MB of log. That is ${whole(large.statements)} statements a second and ${one(large.database)} cores of one PostgreSQL, which does not spread over machines.
2. **Processors.** The runs need ${one(large.cores)} cores, on ${whole(large.processes)} processes of ${alone.runs} runs, or fewer with more. Spread over six hours it is a sixth.
3. **Connections.** Each process keeps up to six to the store (three of the schedule, three of the runs): ${whole(large.processes * 6)} for ${whole(large.processes)} processes, where PostgreSQL allows 100 by itself. \`--runs 12\` makes it a third; a pooler helps, too.
4. **The start.** Each process checks all settings before it answers: ${whole((large.syncs * checked.processor) / checked.syncs)} s of CPU. Before that, give groups of processes settings of their own: a sync that one's settings do not name is left to the others.
`
writeFileSync(join(out, 'fleet.md'), page)
