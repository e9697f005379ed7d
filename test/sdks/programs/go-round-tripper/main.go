package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

// heliconeTransport puts Helicone's headers on every request.
type heliconeTransport struct {
	next http.RoundTripper
}

func (t *heliconeTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Helicone-Auth", "Bearer "+os.Getenv("HELICONE_API_KEY"))
	req.Header.Set("Helicone-Property-App", "worker")
	return t.next.RoundTrip(req)
}

func main() {
	client := &http.Client{Transport: &heliconeTransport{next: http.DefaultTransport}}
	body, _ := json.Marshal(map[string]any{
		"model":    "gpt-4o-mini",
		"messages": []map[string]string{{"role": "user", "content": "Say hello"}},
	})
	req, err := http.NewRequest(http.MethodPost, "https://oai.helicone.ai/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	req.Header.Set("Content-Type", "application/json")
	res, err := client.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer res.Body.Close()
	var answer struct {
		Choices []struct {
			Message struct {
				Content string `json:"content"`
			} `json:"message"`
		} `json:"choices"`
	}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.Choices[0].Message.Content)
}
