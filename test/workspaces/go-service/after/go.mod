module example.com/triage

go 1.24

require github.com/sashabaranov/go-openai v1.41.2
