package main

import (
	"encoding/json"
	"log"
	"net/http"

	"example.com/triage/internal/config"
	"example.com/triage/internal/llm"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	client := llm.NewClient(cfg)

	http.HandleFunc("POST /triage", func(w http.ResponseWriter, r *http.Request) {
		var body struct{ Ticket, User string }
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		team, err := client.Triage(llm.WithUser(r.Context(), body.User), body.Ticket)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]string{"team": team})
	})

	log.Printf("listening on %s", cfg.Addr)
	log.Fatal(http.ListenAndServe(cfg.Addr, nil))
}
