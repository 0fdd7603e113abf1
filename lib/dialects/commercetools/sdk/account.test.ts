import { describe, expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { anonymousApi, customerApi, sdks, serverApi } from "#test/support/commercetools/sdk.ts";
import { openShop } from "#test/support/commercetools/sdk-shop.ts";

const shop = openShop();

describe.each(sdks)("an account with %s", (_, sdk) => {
  test("is found by a guest's purchase, edited, and keeps its cart after a new password", async () => {
    const { host, client, product } = shop();
    const session = { host, client };
    const guest = anonymousApi(sdk, session);
    const { body: found } = await guest
      .products()
      .search()
      .post({
        body: {
          query: {
            and: [
              { exact: { field: "variants.sku", value: product.sku } },
              { fullText: { field: "name", language: "en", value: product.name } },
            ],
          },
          sort: [{ field: "variants.prices.centAmount", order: "asc", mode: "min" }],
          productProjectionParameters: { priceCurrency: "USD", priceCountry: "US" },
        },
      })
      .execute();
    const projection = found.results[0]?.productProjection;
    expect(projection).toMatchObject({ masterVariant: { price: { value: { centAmount: 1000 } } } });
    const draft = { currency: "USD", country: "US", lineItems: [{ productId: product.productId }] };
    const { body: cart } = await guest.me().carts().post({ body: draft }).execute();

    const email = guestEmail();
    const signUp = { email, password: "Secret1!", firstName: "Ann", addresses: [wireUsAddress] };
    const { body: signedUp } = await guest.me().signup().post({ body: signUp }).execute();
    expect(signedUp.cart?.id).toBe(cart.id);
    const mine = customerApi(sdk, session, { username: email, password: "Secret1!" });
    const { body: before } = await mine.me().get().execute();
    const { body: edited } = await mine
      .me()
      .post({
        body: {
          version: before.version,
          actions: [
            { action: "setFirstName", firstName: "Anna" },
            { action: "setDateOfBirth", dateOfBirth: "1990-05-17" },
            { action: "changeEmail", email },
            { action: "addAddress", address: { key: "work", country: "DE", city: "Berlin" } },
            { action: "setDefaultBillingAddress", addressKey: "work" },
            { action: "setDefaultShippingAddress", addressId: before.addresses[0]?.id ?? "" },
          ],
        },
      })
      .execute();
    expect(edited).toEqual({
      ...before,
      version: before.version + 1,
      lastModifiedAt: expect.any(String),
      firstName: "Anna",
      dateOfBirth: "1990-05-17",
      addresses: [
        before.addresses[0],
        { key: "work", country: "DE", city: "Berlin", id: expect.any(String) },
      ],
      shippingAddressIds: [before.addresses[0]?.id],
      defaultShippingAddressId: before.addresses[0]?.id,
      billingAddressIds: [edited.addresses[1]?.id],
      defaultBillingAddressId: edited.addresses[1]?.id,
    });

    const passwords = { currentPassword: "Secret1!", newPassword: "Secret2!" };
    await mine
      .me()
      .password()
      .post({ body: { version: edited.version, ...passwords } })
      .execute();
    // The client answers the 401 by asking for another token, with the former password.
    await expect(mine.me().get().execute()).rejects.toMatchObject({
      statusCode: 400,
      message: "Customer account with the given credentials not found.",
    });
    const again = customerApi(sdk, session, { username: email, password: "Secret2!" });
    expect((await again.me().activeCart().get().execute()).body.id).toBe(cart.id);
  });

  test("is changed and recovered by a program", async () => {
    const { host, client } = shop();
    const program = serverApi(sdk, { host, client });
    const email = guestEmail();
    const { body: created } = await program
      .customers()
      .post({ body: { email, password: "Secret1!", key: `key-${email.slice(0, 20)}` } })
      .execute();
    const { id, key = "", version } = created.customer;
    const actions = [{ action: "setLastName" as const, lastName: "Doe" }];
    const byKey = program.customers().withKey({ key });
    const { body: renamed } = await byKey.post({ body: { version, actions } }).execute();
    expect(renamed).toMatchObject({ id, lastName: "Doe" });

    const { body: confirmation } = await program
      .customers()
      .emailToken()
      .post({ body: { id, version: renamed.version, ttlMinutes: 60 } })
      .execute();
    const confirm = { tokenValue: confirmation.value };
    const confirmed = await program.customers().emailConfirm().post({ body: confirm }).execute();
    expect(confirmed.body).toMatchObject({ id, isEmailVerified: true });

    const { body: token } = await program.customers().passwordToken().post({ body: { email } }).execute();
    const holder = await program
      .customers()
      .withPasswordToken({ passwordToken: token.value })
      .get()
      .execute();
    expect(holder.body.id).toBe(id);
    const reset = { tokenValue: token.value, newPassword: "Secret2!" };
    const recovered = await program.customers().passwordReset().post({ body: reset }).execute();
    expect(recovered.body).toMatchObject({ id, isEmailVerified: true });
    const mine = customerApi(sdk, { host, client }, { username: email, password: "Secret2!" });
    expect((await mine.me().get().execute()).body).toEqual(recovered.body);
  });
});
