import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    private static final String GATEWAY = "https://ai-gateway.helicone.ai/v1";

    public static void main(String[] args) throws Exception {
        String body = "{\"model\": \"claude-4.5-haiku/anthropic\", \"messages\": [{\"role\": \"user\", \"content\": \"Say hello\"}]}";
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create(GATEWAY + "/chat/completions"))
                .header("Authorization", "Bearer " + System.getenv("HELICONE_API_KEY"))
                .header("Helicone-Session-Id", "session-7")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        System.out.println(answer.body());
    }
}
