package llm

import (
	"context"
	"errors"
	"net/http"
	"time"

	openai "github.com/sashabaranov/go-openai"

	"example.com/triage/internal/config"
)

const concentrateBaseURL = "https://api.concentrate.ai/v1"

type Client struct {
	api *openai.Client
}

func NewClient(cfg config.Config) *Client {
	clientConfig := openai.DefaultConfig(cfg.HeliconeAPIKey)
	clientConfig.BaseURL = concentrateBaseURL
	clientConfig.HTTPClient = &http.Client{
		Timeout: 60 * time.Second,
		Transport: &heliconeTransport{
			apiKey: cfg.HeliconeAPIKey,
			app:    "triage",
			next:   http.DefaultTransport,
		},
	}
	return &Client{api: openai.NewClientWithConfig(clientConfig)}
}

var ErrNoAnswer = errors.New("the model gave no answer")

// Triage names the team that should look at a ticket.
func (c *Client) Triage(ctx context.Context, ticket string) (string, error) {
	response, err := c.api.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model: "gpt-4o-mini",
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: "Answer with one word: billing, product or abuse."},
			{Role: openai.ChatMessageRoleUser, Content: ticket},
		},
	})
	if err != nil {
		return "", err
	}
	if len(response.Choices) == 0 {
		return "", ErrNoAnswer
	}
	return response.Choices[0].Message.Content, nil
}
