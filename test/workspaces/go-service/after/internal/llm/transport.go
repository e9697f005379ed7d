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
	req.Header.Set("Authorization", "Bearer "+t.apiKey)
	return t.next.RoundTrip(req)
}
