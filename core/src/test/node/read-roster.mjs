// Reads the sample roster with Supabase's own client and prints each member as a line of JSON.
import { PostgrestClient } from '@supabase/postgrest-js'

const [url, key] = process.argv.slice(2)
const client = new PostgrestClient(`${url}/rest/v1`, {
  headers: { apikey: key, Authorization: `Bearer ${key}` },
})

let last = ''
for (;;) {
  const { data, error } = await client
    .from('members')
    .select('membernumber,email,region:regions!region_id(code),positions(id,positiontype)')
    .in('status', ['Active', 'Retired'])
    .not('email', 'is', null)
    .gt('membernumber', last)
    .order('membernumber')
    .order('id', { referencedTable: 'positions' })
    .limit(1000)
  if (error) throw new Error(JSON.stringify(error))
  if (data.length === 0) break
  for (const member of data) {
    const codes = member.positions.map((position) => position.positiontype).join('|')
    console.log([member.membernumber, member.email, member.region?.code ?? '', codes].join(';'))
  }
  last = data.at(-1).membernumber
}
