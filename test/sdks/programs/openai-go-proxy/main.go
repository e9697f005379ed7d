package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func main() {
	client := openai.NewClient(
		option.WithBaseURL("https://oai.helicone.ai/v1"),
		option.WithAPIKey(os.Getenv("OPENAI_API_KEY")),
		option.WithHeader("Helicone-Auth", "Bearer "+os.Getenv("HELICONE_API_KEY")),
		option.WithHeader("Helicone-Property-App", "cli"), // for the dashboard
	)
	answer, err := client.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{
		Model:    "gpt-4o-mini",
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Say hello")},
	}, option.WithHeader("Helicone-User-Id", "user_42"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.Choices[0].Message.Content)
}
