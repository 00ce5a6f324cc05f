// A real OpenID provider on this machine. In: a port, the address to come back to, the client's
// secret, and accounts (name -> claims) as JSON on the command line. Out: `ready` on a line.
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const [port, back, secret, people] = process.argv.slice(2)
const accounts = JSON.parse(people)
const issuer = `http://127.0.0.1:${port}`

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'dashboard',
    client_secret: secret,
    redirect_uris: [back],
    post_logout_redirect_uris: [back],
  }],
  // The e-mail address has to stand in the identity token: that is all that the dashboard reads.
  conformIdTokenClaims: false,
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['of a test, and of nothing else'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  findAccount: (_asked, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
  interactions: { url: (_asked, interaction) => `/interaction/${interaction.uid}` },
  async loadExistingGrant(asked) {
    const grant = new asked.oidc.provider.Grant({
      clientId: asked.oidc.client.clientId, accountId: asked.oidc.session.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
  renderError(asked, out) {
    asked.type = 'html'
    asked.body = `<h1>${out.error}</h1>`
  },
})

// One page: who are you? The name is its own password, because this is a test.
const form = `<!doctype html><title>Provider</title><h1>Who are you?</h1>
<form method="post"><label>Name <input name="name" autofocus></label><button>Go on</button></form>`

async function body(request) {
  let text = ''
  for await (const piece of request) text += piece
  return new URLSearchParams(text)
}

const answer = provider.callback()
createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response)
  try {
    if (request.method === 'POST') {
      const name = (await body(request)).get('name')
      const result = name in accounts
        ? { login: { accountId: name } }
        : { error: 'access_denied', error_description: 'not known here' }
      return await provider.interactionFinished(request, response, result)
    }
    response.writeHead(200, { 'content-type': 'text/html' }).end(form)
  } catch (error) {
    response.writeHead(400).end(String(error))
  }
}).listen(Number(port), '127.0.0.1', () => console.log('ready'))
