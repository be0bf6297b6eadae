// A provider of OpenID Connect with real login pages. It prints its port.
//
//   node oidc-provider.mjs REDIRECT_URI CLIENT_SECRET IN_TOKEN
//
// IN_TOKEN: whether groups are in the ID token, too, and not only where it is asked about the person.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [redirect, secret, inToken] = process.argv.slice(2);
const groups = { ann: ["staff", "rollcall-operators"], bob: ["rollcall-admins", "rollcall-viewers"], eve: ["guests"] };

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: "rollcall",
        client_secret: secret,
        redirect_uris: [redirect],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username"], groups: ["groups"] },
    scopes: ["openid", "profile", "groups"],
    conformIdTokenClaims: inToken !== "true",
    cookies: { keys: ["of a test"] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, groups: groups[id] ?? [] }),
    }),
  });
  server.on("request", provider.callback());
  console.log(port);
});
