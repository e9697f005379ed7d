package llm

import (
	"context"
	"testing"
)

func TestUserTravelsInTheContext(t *testing.T) {
	user, ok := UserFrom(WithUser(context.Background(), "u1"))
	if !ok || user != "u1" {
		t.Fatalf("got %q, %v", user, ok)
	}
}
