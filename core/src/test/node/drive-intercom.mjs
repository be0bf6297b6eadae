// Drives an Intercom through Intercom's own client and prints what it saw, as JSON.
// usage: node drive-intercom.mjs URL TOKEN
import { IntercomClient, IntercomError } from "intercom-client";

const [baseUrl, token] = process.argv.slice(2);
const client = new IntercomClient({ token, baseUrl, maxRetries: 0 });

const refusal = async (promise) => {
  try {
    await promise;
    return "accepted";
  } catch (error) {
    if (!(error instanceof IntercomError)) throw error;
    const { code, message } = error.body.errors[0];
    return `${error.statusCode} ${code} ${message.replace(/id=.*/, "id=...")}`;
  }
};

const ids = async (pages) => {
  const found = [];
  for await (const contact of pages) found.push(contact.external_id);
  return found.sort();
};

const seen = {};
const made = [];
for (const number of [1, 2, 3, 4, 5]) {
  made.push(
    await client.contacts.create({
      role: "user",
      external_id: `100${number}`,
      email: `member${number}@example.org`,
      name: `Member ${number}`,
      custom_attributes: { region: "GL" },
    }),
  );
}
const [first, second] = made;
seen.created = [first.type, first.role, first.external_id, first.custom_attributes.region];
seen.again = await refusal(client.contacts.create({ external_id: "1001" }));

const updated = await client.contacts.update({
  contact_id: first.id,
  name: "Renamed",
  custom_attributes: { region: "NGL" },
});
seen.updated = [updated.name, updated.email, updated.custom_attributes.region];
seen.unknownAttribute = await refusal(
  client.contacts.update({ contact_id: first.id, custom_attributes: { tier: "gold" } }),
);

seen.listed = await ids(await client.contacts.list({ per_page: 2 }));
seen.searched = await ids(
  await client.contacts.search({
    query: {
      operator: "AND",
      value: [
        { field: "role", operator: "=", value: "user" },
        { field: "external_id", operator: "IN", value: ["1002", "1003", "1004"] },
      ],
    },
    pagination: { per_page: 2 },
  }),
);
seen.found = (await client.contacts.showContactByExternalId({ external_id: "1002" })).email;

seen.archived = (await client.contacts.archive({ contact_id: second.id })).archived;
seen.hidden = await refusal(client.contacts.find({ contact_id: second.id }));
seen.reserved = await refusal(client.contacts.create({ external_id: "1002" }));
seen.listedWithoutArchived = await ids(await client.contacts.list({ per_page: 150 }));
seen.unarchived = (await client.contacts.unarchive({ contact_id: second.id })).archived;
seen.back = (await client.contacts.find({ contact_id: second.id })).external_id;

const attributes = await client.dataAttributes.list({ model: "contact" });
seen.attributes = attributes.data.filter((each) => each.custom).map((each) => each.name);
seen.workspace = (await client.admins.identify()).app.id_code;

console.log(JSON.stringify(seen));
