package llm

import "context"

type userKey struct{}

// WithUser remembers on whose behalf a call is made.
func WithUser(ctx context.Context, user string) context.Context {
	return context.WithValue(ctx, userKey{}, user)
}

// UserFrom gives back what WithUser remembered.
func UserFrom(ctx context.Context) (string, bool) {
	user, ok := ctx.Value(userKey{}).(string)
	return user, ok
}
