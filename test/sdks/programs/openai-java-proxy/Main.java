import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

public class Main {
    public static void main(String[] args) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .apiKey(System.getenv("OPENAI_API_KEY"))
                .baseUrl("https://oai.helicone.ai/v1")
                .putHeader("Helicone-Auth", "Bearer " + System.getenv("HELICONE_API_KEY"))
                .putHeader("Helicone-Property-App", "cli") // for the dashboard
                .build();
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Say hello")
                .putAdditionalHeader("Helicone-User-Id", "user_42")
                .build();
        client.chat().completions().create(params).choices().stream()
                .flatMap(choice -> choice.message().content().stream())
                .forEach(System.out::println);
    }
}
