// Made from the list of files under vectors. Do not edit: payoutkit vectors regenerate

#include "CVectors.h"

// #embed is part of C23, and clang has it in every standard, with a warning.
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

// The zero after each file is not counted; it makes an empty file an array too.
static const unsigned char file0[] = {
#embed "../../vectors/LICENSE" suffix(,)
0};
static const unsigned char file1[] = {
#embed "../../vectors/README.md" suffix(,)
0};
static const unsigned char file2[] = {
#embed "../../vectors/keys/public-test-key-4096.pem" suffix(,)
0};
static const unsigned char file3[] = {
#embed "../../vectors/keys/public-test-key-4096.pub.pem" suffix(,)
0};
static const unsigned char file4[] = {
#embed "../../vectors/keys/public-test-key-bank.pem" suffix(,)
0};
static const unsigned char file5[] = {
#embed "../../vectors/keys/public-test-key-bank.pub.pem" suffix(,)
0};
static const unsigned char file6[] = {
#embed "../../vectors/keys/public-test-key-other.pem" suffix(,)
0};
static const unsigned char file7[] = {
#embed "../../vectors/keys/public-test-key-other.pub.pem" suffix(,)
0};
static const unsigned char file8[] = {
#embed "../../vectors/keys/public-test-key-partner.pem" suffix(,)
0};
static const unsigned char file9[] = {
#embed "../../vectors/keys/public-test-key-partner.pub.pem" suffix(,)
0};
static const unsigned char file10[] = {
#embed "../../vectors/payloads/v1/error-response.json" suffix(,)
0};
static const unsigned char file11[] = {
#embed "../../vectors/payloads/v1/session-cancel-request.json" suffix(,)
0};
static const unsigned char file12[] = {
#embed "../../vectors/payloads/v1/session-cancel-response.json" suffix(,)
0};
static const unsigned char file13[] = {
#embed "../../vectors/payloads/v1/session-confirm-request.json" suffix(,)
0};
static const unsigned char file14[] = {
#embed "../../vectors/payloads/v1/session-confirm-response.json" suffix(,)
0};
static const unsigned char file15[] = {
#embed "../../vectors/payloads/v1/session-create-request.json" suffix(,)
0};
static const unsigned char file16[] = {
#embed "../../vectors/payloads/v1/session-create-response.json" suffix(,)
0};
static const unsigned char file17[] = {
#embed "../../vectors/payloads/v1/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file18[] = {
#embed "../../vectors/payloads/v1/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file19[] = {
#embed "../../vectors/payloads/v1/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file20[] = {
#embed "../../vectors/payloads/v1/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file21[] = {
#embed "../../vectors/payloads/v1/session-status-request.json" suffix(,)
0};
static const unsigned char file22[] = {
#embed "../../vectors/payloads/v1/session-status-response.json" suffix(,)
0};
static const unsigned char file23[] = {
#embed "../../vectors/payloads/v1/token-info-request.json" suffix(,)
0};
static const unsigned char file24[] = {
#embed "../../vectors/payloads/v1/token-info-response.json" suffix(,)
0};
static const unsigned char file25[] = {
#embed "../../vectors/payloads/v1/token-request.json" suffix(,)
0};
static const unsigned char file26[] = {
#embed "../../vectors/payloads/v1/token-response.json" suffix(,)
0};
static const unsigned char file27[] = {
#embed "../../vectors/payloads/v2/mirrored/error-response.json" suffix(,)
0};
static const unsigned char file28[] = {
#embed "../../vectors/payloads/v2/mirrored/session-cancel-request.json" suffix(,)
0};
static const unsigned char file29[] = {
#embed "../../vectors/payloads/v2/mirrored/session-cancel-response.json" suffix(,)
0};
static const unsigned char file30[] = {
#embed "../../vectors/payloads/v2/mirrored/session-confirm-request.json" suffix(,)
0};
static const unsigned char file31[] = {
#embed "../../vectors/payloads/v2/mirrored/session-confirm-response.json" suffix(,)
0};
static const unsigned char file32[] = {
#embed "../../vectors/payloads/v2/mirrored/session-create-request.json" suffix(,)
0};
static const unsigned char file33[] = {
#embed "../../vectors/payloads/v2/mirrored/session-create-response.json" suffix(,)
0};
static const unsigned char file34[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file35[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file36[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file37[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file38[] = {
#embed "../../vectors/payloads/v2/mirrored/session-status-request.json" suffix(,)
0};
static const unsigned char file39[] = {
#embed "../../vectors/payloads/v2/mirrored/session-status-response.json" suffix(,)
0};
static const unsigned char file40[] = {
#embed "../../vectors/payloads/v2/session-confirm-request.json" suffix(,)
0};
static const unsigned char file41[] = {
#embed "../../vectors/payloads/v2/session-create-request.json" suffix(,)
0};
static const unsigned char file42[] = {
#embed "../../vectors/payloads/v2/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file43[] = {
#embed "../../vectors/payloads/v2/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file44[] = {
#embed "../../vectors/protocol.json" suffix(,)
0};
static const unsigned char file45[] = {
#embed "../../vectors/retired.json" suffix(,)
0};
static const unsigned char file46[] = {
#embed "../../vectors/revisions/2024-02-19.json" suffix(,)
0};
static const unsigned char file47[] = {
#embed "../../vectors/revisions/2024-03-20.json" suffix(,)
0};
static const unsigned char file48[] = {
#embed "../../vectors/revisions/2024-04-19.json" suffix(,)
0};
static const unsigned char file49[] = {
#embed "../../vectors/revisions/2024-05-24.json" suffix(,)
0};
static const unsigned char file50[] = {
#embed "../../vectors/revisions/2024-05-27.json" suffix(,)
0};
static const unsigned char file51[] = {
#embed "../../vectors/revisions/2024-05-30.json" suffix(,)
0};
static const unsigned char file52[] = {
#embed "../../vectors/revisions/2024-10-30.json" suffix(,)
0};
static const unsigned char file53[] = {
#embed "../../vectors/revisions/2024-12-16.json" suffix(,)
0};
static const unsigned char file54[] = {
#embed "../../vectors/revisions/2025-02-25.json" suffix(,)
0};
static const unsigned char file55[] = {
#embed "../../vectors/revisions/2025-03-05.json" suffix(,)
0};
static const unsigned char file56[] = {
#embed "../../vectors/revisions/2025-06-24.json" suffix(,)
0};
static const unsigned char file57[] = {
#embed "../../vectors/revisions/2025-10-20.json" suffix(,)
0};
static const unsigned char file58[] = {
#embed "../../vectors/revisions/2026-02-24.json" suffix(,)
0};
static const unsigned char file59[] = {
#embed "../../vectors/rules.json" suffix(,)
0};
static const unsigned char file60[] = {
#embed "../../vectors/schemas/common/amount-details.json" suffix(,)
0};
static const unsigned char file61[] = {
#embed "../../vectors/schemas/common/amounts.json" suffix(,)
0};
static const unsigned char file62[] = {
#embed "../../vectors/schemas/common/bank-account-ru.json" suffix(,)
0};
static const unsigned char file63[] = {
#embed "../../vectors/schemas/common/bank-account.json" suffix(,)
0};
static const unsigned char file64[] = {
#embed "../../vectors/schemas/common/bank-card.json" suffix(,)
0};
static const unsigned char file65[] = {
#embed "../../vectors/schemas/common/confirm-information.json" suffix(,)
0};
static const unsigned char file66[] = {
#embed "../../vectors/schemas/common/currency.json" suffix(,)
0};
static const unsigned char file67[] = {
#embed "../../vectors/schemas/common/customer.json" suffix(,)
0};
static const unsigned char file68[] = {
#embed "../../vectors/schemas/common/date-time.json" suffix(,)
0};
static const unsigned char file69[] = {
#embed "../../vectors/schemas/common/date.json" suffix(,)
0};
static const unsigned char file70[] = {
#embed "../../vectors/schemas/common/encrypted-card.json" suffix(,)
0};
static const unsigned char file71[] = {
#embed "../../vectors/schemas/common/error.json" suffix(,)
0};
static const unsigned char file72[] = {
#embed "../../vectors/schemas/common/faster-payment-system.json" suffix(,)
0};
static const unsigned char file73[] = {
#embed "../../vectors/schemas/common/fee-amount.json" suffix(,)
0};
static const unsigned char file74[] = {
#embed "../../vectors/schemas/common/fiscalization-details.json" suffix(,)
0};
static const unsigned char file75[] = {
#embed "../../vectors/schemas/common/identifier.json" suffix(,)
0};
static const unsigned char file76[] = {
#embed "../../vectors/schemas/common/identity-document.json" suffix(,)
0};
static const unsigned char file77[] = {
#embed "../../vectors/schemas/common/incoming-payment.json" suffix(,)
0};
static const unsigned char file78[] = {
#embed "../../vectors/schemas/common/masked-card.json" suffix(,)
0};
static const unsigned char file79[] = {
#embed "../../vectors/schemas/common/masked-instrument.json" suffix(,)
0};
static const unsigned char file80[] = {
#embed "../../vectors/schemas/common/metadata.json" suffix(,)
0};
static const unsigned char file81[] = {
#embed "../../vectors/schemas/common/named-recipient.json" suffix(,)
0};
static const unsigned char file82[] = {
#embed "../../vectors/schemas/common/not-null.json" suffix(,)
0};
static const unsigned char file83[] = {
#embed "../../vectors/schemas/common/participant-details.json" suffix(,)
0};
static const unsigned char file84[] = {
#embed "../../vectors/schemas/common/participant.json" suffix(,)
0};
static const unsigned char file85[] = {
#embed "../../vectors/schemas/common/payment-id.json" suffix(,)
0};
static const unsigned char file86[] = {
#embed "../../vectors/schemas/common/payout-card.json" suffix(,)
0};
static const unsigned char file87[] = {
#embed "../../vectors/schemas/common/payout-id.json" suffix(,)
0};
static const unsigned char file88[] = {
#embed "../../vectors/schemas/common/payout-instrument.json" suffix(,)
0};
static const unsigned char file89[] = {
#embed "../../vectors/schemas/common/refund-id.json" suffix(,)
0};
static const unsigned char file90[] = {
#embed "../../vectors/schemas/common/refund.json" suffix(,)
0};
static const unsigned char file91[] = {
#embed "../../vectors/schemas/common/requested-amount.json" suffix(,)
0};
static const unsigned char file92[] = {
#embed "../../vectors/schemas/common/requested-participant.json" suffix(,)
0};
static const unsigned char file93[] = {
#embed "../../vectors/schemas/common/requested-participants.json" suffix(,)
0};
static const unsigned char file94[] = {
#embed "../../vectors/schemas/common/session-id.json" suffix(,)
0};
static const unsigned char file95[] = {
#embed "../../vectors/schemas/common/tokenized-card.json" suffix(,)
0};
static const unsigned char file96[] = {
#embed "../../vectors/schemas/common/transaction-info.json" suffix(,)
0};
static const unsigned char file97[] = {
#embed "../../vectors/schemas/common/wallet.json" suffix(,)
0};
static const unsigned char file98[] = {
#embed "../../vectors/schemas/v1/error-response.json" suffix(,)
0};
static const unsigned char file99[] = {
#embed "../../vectors/schemas/v1/payout-parameters.json" suffix(,)
0};
static const unsigned char file100[] = {
#embed "../../vectors/schemas/v1/payout.json" suffix(,)
0};
static const unsigned char file101[] = {
#embed "../../vectors/schemas/v1/session-cancel-request.json" suffix(,)
0};
static const unsigned char file102[] = {
#embed "../../vectors/schemas/v1/session-cancel-response.json" suffix(,)
0};
static const unsigned char file103[] = {
#embed "../../vectors/schemas/v1/session-confirm-request.json" suffix(,)
0};
static const unsigned char file104[] = {
#embed "../../vectors/schemas/v1/session-confirm-response.json" suffix(,)
0};
static const unsigned char file105[] = {
#embed "../../vectors/schemas/v1/session-create-request.json" suffix(,)
0};
static const unsigned char file106[] = {
#embed "../../vectors/schemas/v1/session-create-response.json" suffix(,)
0};
static const unsigned char file107[] = {
#embed "../../vectors/schemas/v1/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file108[] = {
#embed "../../vectors/schemas/v1/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file109[] = {
#embed "../../vectors/schemas/v1/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file110[] = {
#embed "../../vectors/schemas/v1/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file111[] = {
#embed "../../vectors/schemas/v1/session-status-request.json" suffix(,)
0};
static const unsigned char file112[] = {
#embed "../../vectors/schemas/v1/session-status-response.json" suffix(,)
0};
static const unsigned char file113[] = {
#embed "../../vectors/schemas/v1/session.json" suffix(,)
0};
static const unsigned char file114[] = {
#embed "../../vectors/schemas/v1/token-info-request.json" suffix(,)
0};
static const unsigned char file115[] = {
#embed "../../vectors/schemas/v1/token-info-response.json" suffix(,)
0};
static const unsigned char file116[] = {
#embed "../../vectors/schemas/v1/token-request.json" suffix(,)
0};
static const unsigned char file117[] = {
#embed "../../vectors/schemas/v1/token-response.json" suffix(,)
0};
static const unsigned char file118[] = {
#embed "../../vectors/schemas/v1/webhook-payment-finished.json" suffix(,)
0};
static const unsigned char file119[] = {
#embed "../../vectors/schemas/v1/webhook-ready-to-confirm.json" suffix(,)
0};
static const unsigned char file120[] = {
#embed "../../vectors/schemas/v2/error-response.json" suffix(,)
0};
static const unsigned char file121[] = {
#embed "../../vectors/schemas/v2/payout-parameters.json" suffix(,)
0};
static const unsigned char file122[] = {
#embed "../../vectors/schemas/v2/payout.json" suffix(,)
0};
static const unsigned char file123[] = {
#embed "../../vectors/schemas/v2/session-cancel-request.json" suffix(,)
0};
static const unsigned char file124[] = {
#embed "../../vectors/schemas/v2/session-cancel-response.json" suffix(,)
0};
static const unsigned char file125[] = {
#embed "../../vectors/schemas/v2/session-confirm-request.json" suffix(,)
0};
static const unsigned char file126[] = {
#embed "../../vectors/schemas/v2/session-confirm-response.json" suffix(,)
0};
static const unsigned char file127[] = {
#embed "../../vectors/schemas/v2/session-create-request.json" suffix(,)
0};
static const unsigned char file128[] = {
#embed "../../vectors/schemas/v2/session-create-response.json" suffix(,)
0};
static const unsigned char file129[] = {
#embed "../../vectors/schemas/v2/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file130[] = {
#embed "../../vectors/schemas/v2/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file131[] = {
#embed "../../vectors/schemas/v2/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file132[] = {
#embed "../../vectors/schemas/v2/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file133[] = {
#embed "../../vectors/schemas/v2/session-status-request.json" suffix(,)
0};
static const unsigned char file134[] = {
#embed "../../vectors/schemas/v2/session-status-response.json" suffix(,)
0};
static const unsigned char file135[] = {
#embed "../../vectors/schemas/v2/session.json" suffix(,)
0};
static const unsigned char file136[] = {
#embed "../../vectors/schemas/v2/webhook-payment-finished.json" suffix(,)
0};
static const unsigned char file137[] = {
#embed "../../vectors/schemas/v2/webhook-ready-to-confirm.json" suffix(,)
0};
static const unsigned char file138[] = {
#embed "../../vectors/sequences/payout-session.json" suffix(,)
0};
static const unsigned char file139[] = {
#embed "../../vectors/signatures/bodies.json" suffix(,)
0};
static const unsigned char file140[] = {
#embed "../../vectors/signatures/bytes.json" suffix(,)
0};
static const unsigned char file141[] = {
#embed "../../vectors/signatures/keys.json" suffix(,)
0};
static const unsigned char file142[] = {
#embed "../../vectors/signatures/schemes.json" suffix(,)
0};
static const unsigned char file143[] = {
#embed "../../vectors/signatures/texts.json" suffix(,)
0};
static const unsigned char file144[] = {
#embed "../../vectors/text/depth.json" suffix(,)
0};
static const unsigned char file145[] = {
#embed "../../vectors/text/names.json" suffix(,)
0};
static const unsigned char file146[] = {
#embed "../../vectors/text/numbers.json" suffix(,)
0};
static const unsigned char file147[] = {
#embed "../../vectors/text/strings.json" suffix(,)
0};
static const unsigned char file148[] = {
#embed "../../vectors/text/structure.json" suffix(,)
0};
static const unsigned char file149[] = {
#embed "../../vectors/vectors.schema.json" suffix(,)
0};
static const unsigned char file150[] = {
#embed "../../vectors/webhooks/v1/payment-finished.json" suffix(,)
0};
static const unsigned char file151[] = {
#embed "../../vectors/webhooks/v1/ready-to-confirm.json" suffix(,)
0};
static const unsigned char file152[] = {
#embed "../../vectors/webhooks/v2/mirrored/payment-finished.json" suffix(,)
0};
static const unsigned char file153[] = {
#embed "../../vectors/webhooks/v2/mirrored/ready-to-confirm.json" suffix(,)
0};

static const cvectors_file files[] = {
    {"LICENSE", file0, sizeof file0 - 1},
    {"README.md", file1, sizeof file1 - 1},
    {"keys/public-test-key-4096.pem", file2, sizeof file2 - 1},
    {"keys/public-test-key-4096.pub.pem", file3, sizeof file3 - 1},
    {"keys/public-test-key-bank.pem", file4, sizeof file4 - 1},
    {"keys/public-test-key-bank.pub.pem", file5, sizeof file5 - 1},
    {"keys/public-test-key-other.pem", file6, sizeof file6 - 1},
    {"keys/public-test-key-other.pub.pem", file7, sizeof file7 - 1},
    {"keys/public-test-key-partner.pem", file8, sizeof file8 - 1},
    {"keys/public-test-key-partner.pub.pem", file9, sizeof file9 - 1},
    {"payloads/v1/error-response.json", file10, sizeof file10 - 1},
    {"payloads/v1/session-cancel-request.json", file11, sizeof file11 - 1},
    {"payloads/v1/session-cancel-response.json", file12, sizeof file12 - 1},
    {"payloads/v1/session-confirm-request.json", file13, sizeof file13 - 1},
    {"payloads/v1/session-confirm-response.json", file14, sizeof file14 - 1},
    {"payloads/v1/session-create-request.json", file15, sizeof file15 - 1},
    {"payloads/v1/session-create-response.json", file16, sizeof file16 - 1},
    {"payloads/v1/session-init-payout-request.json", file17, sizeof file17 - 1},
    {"payloads/v1/session-init-payout-response.json", file18, sizeof file18 - 1},
    {"payloads/v1/session-start-payout-request.json", file19, sizeof file19 - 1},
    {"payloads/v1/session-start-payout-response.json", file20, sizeof file20 - 1},
    {"payloads/v1/session-status-request.json", file21, sizeof file21 - 1},
    {"payloads/v1/session-status-response.json", file22, sizeof file22 - 1},
    {"payloads/v1/token-info-request.json", file23, sizeof file23 - 1},
    {"payloads/v1/token-info-response.json", file24, sizeof file24 - 1},
    {"payloads/v1/token-request.json", file25, sizeof file25 - 1},
    {"payloads/v1/token-response.json", file26, sizeof file26 - 1},
    {"payloads/v2/mirrored/error-response.json", file27, sizeof file27 - 1},
    {"payloads/v2/mirrored/session-cancel-request.json", file28, sizeof file28 - 1},
    {"payloads/v2/mirrored/session-cancel-response.json", file29, sizeof file29 - 1},
    {"payloads/v2/mirrored/session-confirm-request.json", file30, sizeof file30 - 1},
    {"payloads/v2/mirrored/session-confirm-response.json", file31, sizeof file31 - 1},
    {"payloads/v2/mirrored/session-create-request.json", file32, sizeof file32 - 1},
    {"payloads/v2/mirrored/session-create-response.json", file33, sizeof file33 - 1},
    {"payloads/v2/mirrored/session-init-payout-request.json", file34, sizeof file34 - 1},
    {"payloads/v2/mirrored/session-init-payout-response.json", file35, sizeof file35 - 1},
    {"payloads/v2/mirrored/session-start-payout-request.json", file36, sizeof file36 - 1},
    {"payloads/v2/mirrored/session-start-payout-response.json", file37, sizeof file37 - 1},
    {"payloads/v2/mirrored/session-status-request.json", file38, sizeof file38 - 1},
    {"payloads/v2/mirrored/session-status-response.json", file39, sizeof file39 - 1},
    {"payloads/v2/session-confirm-request.json", file40, sizeof file40 - 1},
    {"payloads/v2/session-create-request.json", file41, sizeof file41 - 1},
    {"payloads/v2/session-init-payout-request.json", file42, sizeof file42 - 1},
    {"payloads/v2/session-start-payout-request.json", file43, sizeof file43 - 1},
    {"protocol.json", file44, sizeof file44 - 1},
    {"retired.json", file45, sizeof file45 - 1},
    {"revisions/2024-02-19.json", file46, sizeof file46 - 1},
    {"revisions/2024-03-20.json", file47, sizeof file47 - 1},
    {"revisions/2024-04-19.json", file48, sizeof file48 - 1},
    {"revisions/2024-05-24.json", file49, sizeof file49 - 1},
    {"revisions/2024-05-27.json", file50, sizeof file50 - 1},
    {"revisions/2024-05-30.json", file51, sizeof file51 - 1},
    {"revisions/2024-10-30.json", file52, sizeof file52 - 1},
    {"revisions/2024-12-16.json", file53, sizeof file53 - 1},
    {"revisions/2025-02-25.json", file54, sizeof file54 - 1},
    {"revisions/2025-03-05.json", file55, sizeof file55 - 1},
    {"revisions/2025-06-24.json", file56, sizeof file56 - 1},
    {"revisions/2025-10-20.json", file57, sizeof file57 - 1},
    {"revisions/2026-02-24.json", file58, sizeof file58 - 1},
    {"rules.json", file59, sizeof file59 - 1},
    {"schemas/common/amount-details.json", file60, sizeof file60 - 1},
    {"schemas/common/amounts.json", file61, sizeof file61 - 1},
    {"schemas/common/bank-account-ru.json", file62, sizeof file62 - 1},
    {"schemas/common/bank-account.json", file63, sizeof file63 - 1},
    {"schemas/common/bank-card.json", file64, sizeof file64 - 1},
    {"schemas/common/confirm-information.json", file65, sizeof file65 - 1},
    {"schemas/common/currency.json", file66, sizeof file66 - 1},
    {"schemas/common/customer.json", file67, sizeof file67 - 1},
    {"schemas/common/date-time.json", file68, sizeof file68 - 1},
    {"schemas/common/date.json", file69, sizeof file69 - 1},
    {"schemas/common/encrypted-card.json", file70, sizeof file70 - 1},
    {"schemas/common/error.json", file71, sizeof file71 - 1},
    {"schemas/common/faster-payment-system.json", file72, sizeof file72 - 1},
    {"schemas/common/fee-amount.json", file73, sizeof file73 - 1},
    {"schemas/common/fiscalization-details.json", file74, sizeof file74 - 1},
    {"schemas/common/identifier.json", file75, sizeof file75 - 1},
    {"schemas/common/identity-document.json", file76, sizeof file76 - 1},
    {"schemas/common/incoming-payment.json", file77, sizeof file77 - 1},
    {"schemas/common/masked-card.json", file78, sizeof file78 - 1},
    {"schemas/common/masked-instrument.json", file79, sizeof file79 - 1},
    {"schemas/common/metadata.json", file80, sizeof file80 - 1},
    {"schemas/common/named-recipient.json", file81, sizeof file81 - 1},
    {"schemas/common/not-null.json", file82, sizeof file82 - 1},
    {"schemas/common/participant-details.json", file83, sizeof file83 - 1},
    {"schemas/common/participant.json", file84, sizeof file84 - 1},
    {"schemas/common/payment-id.json", file85, sizeof file85 - 1},
    {"schemas/common/payout-card.json", file86, sizeof file86 - 1},
    {"schemas/common/payout-id.json", file87, sizeof file87 - 1},
    {"schemas/common/payout-instrument.json", file88, sizeof file88 - 1},
    {"schemas/common/refund-id.json", file89, sizeof file89 - 1},
    {"schemas/common/refund.json", file90, sizeof file90 - 1},
    {"schemas/common/requested-amount.json", file91, sizeof file91 - 1},
    {"schemas/common/requested-participant.json", file92, sizeof file92 - 1},
    {"schemas/common/requested-participants.json", file93, sizeof file93 - 1},
    {"schemas/common/session-id.json", file94, sizeof file94 - 1},
    {"schemas/common/tokenized-card.json", file95, sizeof file95 - 1},
    {"schemas/common/transaction-info.json", file96, sizeof file96 - 1},
    {"schemas/common/wallet.json", file97, sizeof file97 - 1},
    {"schemas/v1/error-response.json", file98, sizeof file98 - 1},
    {"schemas/v1/payout-parameters.json", file99, sizeof file99 - 1},
    {"schemas/v1/payout.json", file100, sizeof file100 - 1},
    {"schemas/v1/session-cancel-request.json", file101, sizeof file101 - 1},
    {"schemas/v1/session-cancel-response.json", file102, sizeof file102 - 1},
    {"schemas/v1/session-confirm-request.json", file103, sizeof file103 - 1},
    {"schemas/v1/session-confirm-response.json", file104, sizeof file104 - 1},
    {"schemas/v1/session-create-request.json", file105, sizeof file105 - 1},
    {"schemas/v1/session-create-response.json", file106, sizeof file106 - 1},
    {"schemas/v1/session-init-payout-request.json", file107, sizeof file107 - 1},
    {"schemas/v1/session-init-payout-response.json", file108, sizeof file108 - 1},
    {"schemas/v1/session-start-payout-request.json", file109, sizeof file109 - 1},
    {"schemas/v1/session-start-payout-response.json", file110, sizeof file110 - 1},
    {"schemas/v1/session-status-request.json", file111, sizeof file111 - 1},
    {"schemas/v1/session-status-response.json", file112, sizeof file112 - 1},
    {"schemas/v1/session.json", file113, sizeof file113 - 1},
    {"schemas/v1/token-info-request.json", file114, sizeof file114 - 1},
    {"schemas/v1/token-info-response.json", file115, sizeof file115 - 1},
    {"schemas/v1/token-request.json", file116, sizeof file116 - 1},
    {"schemas/v1/token-response.json", file117, sizeof file117 - 1},
    {"schemas/v1/webhook-payment-finished.json", file118, sizeof file118 - 1},
    {"schemas/v1/webhook-ready-to-confirm.json", file119, sizeof file119 - 1},
    {"schemas/v2/error-response.json", file120, sizeof file120 - 1},
    {"schemas/v2/payout-parameters.json", file121, sizeof file121 - 1},
    {"schemas/v2/payout.json", file122, sizeof file122 - 1},
    {"schemas/v2/session-cancel-request.json", file123, sizeof file123 - 1},
    {"schemas/v2/session-cancel-response.json", file124, sizeof file124 - 1},
    {"schemas/v2/session-confirm-request.json", file125, sizeof file125 - 1},
    {"schemas/v2/session-confirm-response.json", file126, sizeof file126 - 1},
    {"schemas/v2/session-create-request.json", file127, sizeof file127 - 1},
    {"schemas/v2/session-create-response.json", file128, sizeof file128 - 1},
    {"schemas/v2/session-init-payout-request.json", file129, sizeof file129 - 1},
    {"schemas/v2/session-init-payout-response.json", file130, sizeof file130 - 1},
    {"schemas/v2/session-start-payout-request.json", file131, sizeof file131 - 1},
    {"schemas/v2/session-start-payout-response.json", file132, sizeof file132 - 1},
    {"schemas/v2/session-status-request.json", file133, sizeof file133 - 1},
    {"schemas/v2/session-status-response.json", file134, sizeof file134 - 1},
    {"schemas/v2/session.json", file135, sizeof file135 - 1},
    {"schemas/v2/webhook-payment-finished.json", file136, sizeof file136 - 1},
    {"schemas/v2/webhook-ready-to-confirm.json", file137, sizeof file137 - 1},
    {"sequences/payout-session.json", file138, sizeof file138 - 1},
    {"signatures/bodies.json", file139, sizeof file139 - 1},
    {"signatures/bytes.json", file140, sizeof file140 - 1},
    {"signatures/keys.json", file141, sizeof file141 - 1},
    {"signatures/schemes.json", file142, sizeof file142 - 1},
    {"signatures/texts.json", file143, sizeof file143 - 1},
    {"text/depth.json", file144, sizeof file144 - 1},
    {"text/names.json", file145, sizeof file145 - 1},
    {"text/numbers.json", file146, sizeof file146 - 1},
    {"text/strings.json", file147, sizeof file147 - 1},
    {"text/structure.json", file148, sizeof file148 - 1},
    {"vectors.schema.json", file149, sizeof file149 - 1},
    {"webhooks/v1/payment-finished.json", file150, sizeof file150 - 1},
    {"webhooks/v1/ready-to-confirm.json", file151, sizeof file151 - 1},
    {"webhooks/v2/mirrored/payment-finished.json", file152, sizeof file152 - 1},
    {"webhooks/v2/mirrored/ready-to-confirm.json", file153, sizeof file153 - 1},
    {NULL, NULL, 0},
};

size_t cvectors_count(void) { return sizeof files / sizeof files[0] - 1; }

const cvectors_file *cvectors_at(size_t index) {
    return index < cvectors_count() ? &files[index] : NULL;
}
