package llm

import "net/http"

// heliconeTransport adds what Helicone wants to see to every request.
type heliconeTransport struct {
	apiKey string
	app    string
	next   http.RoundTripper
}

func (t *heliconeTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Helicone-Auth", "Bearer "+t.apiKey)
	req.Header.Set("Helicone-Property-App", t.app)
	if user, ok := UserFrom(req.Context()); ok {
		req.Header.Set("Helicone-User-Id", user)
	}
	return t.next.RoundTrip(req)
}
