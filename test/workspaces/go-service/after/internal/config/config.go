// Package config reads the environment once, at start.
package config

import (
	"fmt"
	"os"
)

const defaultAddr = ":8080"

type Config struct {
	Addr           string
	OpenAIKey      string
	HeliconeAPIKey string
}

func Load() (Config, error) {
	cfg := Config{
		Addr:           os.Getenv("ADDR"),
		OpenAIKey:      os.Getenv("OPENAI_API_KEY"),
		HeliconeAPIKey: os.Getenv("CONCENTRATE_API_KEY"),
	}
	if cfg.Addr == "" {
		cfg.Addr = defaultAddr
	}
	if cfg.OpenAIKey == "" {
		return Config{}, fmt.Errorf("OPENAI_API_KEY is not set")
	}
	return cfg, nil
}
