// The usual nightly script, as most teams write it: read the members, then for each one search Intercom
// by e-mail and update the contact found, or create one. Rollcall is measured against it.
//
// It has every advantage that such a script can have: the official clients, the roster in pages with its
// joins embedded, sixteen members at once, and a pacer that spreads calls evenly over the limit less two
// per cent, so that it neither waits for answers nor runs into 429s.
//
// usage: node nightly-script.mjs CALLS_PER_TEN_SECONDS [MEMBERS]
// in the environment: SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY, INTERCOM_API_URL, INTERCOM_ACCESS_TOKEN
import { setTimeout as sleep } from 'node:timers/promises'
import { PostgrestClient } from '@supabase/postgrest-js'
import { IntercomClient } from 'intercom-client'

const AT_ONCE = 16
const PAGE = 1000
const POSITIONS = {
  PRES: 'Facility President',
  VP: 'Facility Vice President',
  SEC: 'Facility Secretary',
  TREAS: 'Facility Treasurer',
  AREP: 'Area Representative',
  SAFETY: 'Safety Representative',
  TRNG: 'Training Representative',
}

const [limit, most = Infinity] = process.argv.slice(2).map(Number)
const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY: key, INTERCOM_API_URL, INTERCOM_ACCESS_TOKEN } = process.env
const today = new Date().toISOString().slice(0, 10)
const supabase = new PostgrestClient(`${SUPABASE_URL}/rest/v1`, { headers: { apikey: key } })
const intercom = new IntercomClient({ token: INTERCOM_ACCESS_TOKEN, baseUrl: INTERCOM_API_URL, maxRetries: 3 })

// Each call has its place in time, evenly spaced.
const interval = (10_000 / limit) * 1.02
let place = 0
const turn = async () => {
  const now = performance.now()
  place = Math.max(place + interval, now)
  if (place > now) await sleep(place - now)
}

async function* roster() {
  let last = ''
  for (;;) {
    const { data, error } = await supabase
      .from('members')
      .select(
        'membernumber,firstname,lastname,email,phone,status,region:regions!region_id(code),' +
          'facility:facilities!facility_id(code),type:member_types!membertypeid(type_name),' +
          'positions(positiontype,end_date)',
      )
      .in('status', ['Active', 'Retired'])
      .not('email', 'is', null)
      .gt('membernumber', last)
      .order('membernumber')
      .limit(PAGE)
    if (error) throw new Error(JSON.stringify(error))
    if (data.length === 0) return
    yield* data
    last = data.at(-1).membernumber
  }
}

const phone = (text) => {
  const digits = (text ?? '').replace(/\D/g, '')
  return digits.length === 10 ? `+1${digits}` : undefined
}

const contact = (member) => {
  const retired = member.status === 'Retired'
  const current = member.positions.filter(({ end_date }) => end_date === null || end_date >= today)
  const named = new Set(current.map(({ positiontype }) => POSITIONS[positiontype] ?? positiontype))
  return {
    role: 'user',
    external_id: member.membernumber,
    email: member.email.trim(),
    name: [member.firstname, member.lastname].filter(Boolean).join(' '),
    phone: phone(member.phone),
    custom_attributes: {
      member_type: retired ? 'Retired Member' : (member.type?.type_name ?? ''),
      region: retired ? 'RNAV' : (member.region?.code ?? ''),
      facility: retired ? 'RNAV' : (member.facility?.code ?? ''),
      positions: [...named].join(', '),
    },
  }
}

const done = { created: 0, updated: 0, failed: 0 }
const upsert = async (member) => {
  const wanted = contact(member)
  await turn()
  const found = await intercom.contacts.search({
    query: { field: 'email', operator: '=', value: wanted.email },
  })
  await turn()
  if (found.data.length > 0) {
    await intercom.contacts.update({ contact_id: found.data[0].id, ...wanted })
    done.updated++
  } else {
    await intercom.contacts.create(wanted)
    done.created++
  }
}

const all = []
for await (const member of roster()) all.push(member)
const members = all.slice(0, most)

let next = 0
const worker = async () => {
  while (next < members.length) {
    try {
      await upsert(members[next++])
    } catch (error) {
      done.failed++
      console.error(error.message)
    }
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, worker))
console.log(JSON.stringify({ members: members.length, ...done }))
