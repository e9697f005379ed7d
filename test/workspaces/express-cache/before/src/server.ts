import express from "express";
import { createRecipe } from "./recipes.ts";
import { shoppingList } from "./shopping-list.ts";

const app = express();
app.use(express.json());
app.post("/recipes", createRecipe);
app.post("/shopping-list", shoppingList);

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`http://localhost:${port}`));
