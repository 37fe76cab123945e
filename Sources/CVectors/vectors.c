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
#embed "../../vectors/equivalent-mutants.json" suffix(,)
0};
static const unsigned char file3[] = {
#embed "../../vectors/keys/public-test-key-3072.pem" suffix(,)
0};
static const unsigned char file4[] = {
#embed "../../vectors/keys/public-test-key-3072.pub.pem" suffix(,)
0};
static const unsigned char file5[] = {
#embed "../../vectors/keys/public-test-key-4096.pem" suffix(,)
0};
static const unsigned char file6[] = {
#embed "../../vectors/keys/public-test-key-4096.pub.pem" suffix(,)
0};
static const unsigned char file7[] = {
#embed "../../vectors/keys/public-test-key-bank.pem" suffix(,)
0};
static const unsigned char file8[] = {
#embed "../../vectors/keys/public-test-key-bank.pub.pem" suffix(,)
0};
static const unsigned char file9[] = {
#embed "../../vectors/keys/public-test-key-e3.pem" suffix(,)
0};
static const unsigned char file10[] = {
#embed "../../vectors/keys/public-test-key-e3.pub.pem" suffix(,)
0};
static const unsigned char file11[] = {
#embed "../../vectors/keys/public-test-key-other.pem" suffix(,)
0};
static const unsigned char file12[] = {
#embed "../../vectors/keys/public-test-key-other.pub.pem" suffix(,)
0};
static const unsigned char file13[] = {
#embed "../../vectors/keys/public-test-key-partner.pem" suffix(,)
0};
static const unsigned char file14[] = {
#embed "../../vectors/keys/public-test-key-partner.pub.pem" suffix(,)
0};
static const unsigned char file15[] = {
#embed "../../vectors/payloads/v1/error-response.json" suffix(,)
0};
static const unsigned char file16[] = {
#embed "../../vectors/payloads/v1/fiscalization-request.json" suffix(,)
0};
static const unsigned char file17[] = {
#embed "../../vectors/payloads/v1/fiscalization-response.json" suffix(,)
0};
static const unsigned char file18[] = {
#embed "../../vectors/payloads/v1/fps-banks-request.json" suffix(,)
0};
static const unsigned char file19[] = {
#embed "../../vectors/payloads/v1/fps-banks-response.json" suffix(,)
0};
static const unsigned char file20[] = {
#embed "../../vectors/payloads/v1/fps-customer-verification-request.json" suffix(,)
0};
static const unsigned char file21[] = {
#embed "../../vectors/payloads/v1/fps-customer-verification-response.json" suffix(,)
0};
static const unsigned char file22[] = {
#embed "../../vectors/payloads/v1/generated/error-response.json" suffix(,)
0};
static const unsigned char file23[] = {
#embed "../../vectors/payloads/v1/generated/fiscalization-request.json" suffix(,)
0};
static const unsigned char file24[] = {
#embed "../../vectors/payloads/v1/generated/fiscalization-response.json" suffix(,)
0};
static const unsigned char file25[] = {
#embed "../../vectors/payloads/v1/generated/fps-banks-request.json" suffix(,)
0};
static const unsigned char file26[] = {
#embed "../../vectors/payloads/v1/generated/fps-banks-response.json" suffix(,)
0};
static const unsigned char file27[] = {
#embed "../../vectors/payloads/v1/generated/fps-customer-verification-request.json" suffix(,)
0};
static const unsigned char file28[] = {
#embed "../../vectors/payloads/v1/generated/fps-customer-verification-response.json" suffix(,)
0};
static const unsigned char file29[] = {
#embed "../../vectors/payloads/v1/generated/session-cancel-request.json" suffix(,)
0};
static const unsigned char file30[] = {
#embed "../../vectors/payloads/v1/generated/session-cancel-response.json" suffix(,)
0};
static const unsigned char file31[] = {
#embed "../../vectors/payloads/v1/generated/session-confirm-request.json" suffix(,)
0};
static const unsigned char file32[] = {
#embed "../../vectors/payloads/v1/generated/session-confirm-response.json" suffix(,)
0};
static const unsigned char file33[] = {
#embed "../../vectors/payloads/v1/generated/session-create-nominal-response.json" suffix(,)
0};
static const unsigned char file34[] = {
#embed "../../vectors/payloads/v1/generated/session-create-request.json" suffix(,)
0};
static const unsigned char file35[] = {
#embed "../../vectors/payloads/v1/generated/session-create-response.json" suffix(,)
0};
static const unsigned char file36[] = {
#embed "../../vectors/payloads/v1/generated/session-create-rko-response.json" suffix(,)
0};
static const unsigned char file37[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file38[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file39[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-nominal-request.json" suffix(,)
0};
static const unsigned char file40[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-nominal-response.json" suffix(,)
0};
static const unsigned char file41[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file42[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file43[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-rko-request.json" suffix(,)
0};
static const unsigned char file44[] = {
#embed "../../vectors/payloads/v1/generated/session-init-payout-rko-response.json" suffix(,)
0};
static const unsigned char file45[] = {
#embed "../../vectors/payloads/v1/generated/session-start-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file46[] = {
#embed "../../vectors/payloads/v1/generated/session-start-payout-nominal-response.json" suffix(,)
0};
static const unsigned char file47[] = {
#embed "../../vectors/payloads/v1/generated/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file48[] = {
#embed "../../vectors/payloads/v1/generated/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file49[] = {
#embed "../../vectors/payloads/v1/generated/session-start-payout-rko-response.json" suffix(,)
0};
static const unsigned char file50[] = {
#embed "../../vectors/payloads/v1/generated/session-status-request.json" suffix(,)
0};
static const unsigned char file51[] = {
#embed "../../vectors/payloads/v1/generated/session-status-response.json" suffix(,)
0};
static const unsigned char file52[] = {
#embed "../../vectors/payloads/v1/generated/token-info-request.json" suffix(,)
0};
static const unsigned char file53[] = {
#embed "../../vectors/payloads/v1/generated/token-info-response.json" suffix(,)
0};
static const unsigned char file54[] = {
#embed "../../vectors/payloads/v1/generated/token-request.json" suffix(,)
0};
static const unsigned char file55[] = {
#embed "../../vectors/payloads/v1/generated/token-response.json" suffix(,)
0};
static const unsigned char file56[] = {
#embed "../../vectors/payloads/v1/generated/tokenize-elements-request.json" suffix(,)
0};
static const unsigned char file57[] = {
#embed "../../vectors/payloads/v1/generated/tokenize-elements-response.json" suffix(,)
0};
static const unsigned char file58[] = {
#embed "../../vectors/payloads/v1/generated/wallet-balance-request.json" suffix(,)
0};
static const unsigned char file59[] = {
#embed "../../vectors/payloads/v1/generated/wallet-balance-response.json" suffix(,)
0};
static const unsigned char file60[] = {
#embed "../../vectors/payloads/v1/session-cancel-request.json" suffix(,)
0};
static const unsigned char file61[] = {
#embed "../../vectors/payloads/v1/session-cancel-response.json" suffix(,)
0};
static const unsigned char file62[] = {
#embed "../../vectors/payloads/v1/session-confirm-request.json" suffix(,)
0};
static const unsigned char file63[] = {
#embed "../../vectors/payloads/v1/session-confirm-response-edges.json" suffix(,)
0};
static const unsigned char file64[] = {
#embed "../../vectors/payloads/v1/session-confirm-response.json" suffix(,)
0};
static const unsigned char file65[] = {
#embed "../../vectors/payloads/v1/session-create-nominal-request.json" suffix(,)
0};
static const unsigned char file66[] = {
#embed "../../vectors/payloads/v1/session-create-nominal-response.json" suffix(,)
0};
static const unsigned char file67[] = {
#embed "../../vectors/payloads/v1/session-create-request-edges.json" suffix(,)
0};
static const unsigned char file68[] = {
#embed "../../vectors/payloads/v1/session-create-request.json" suffix(,)
0};
static const unsigned char file69[] = {
#embed "../../vectors/payloads/v1/session-create-response.json" suffix(,)
0};
static const unsigned char file70[] = {
#embed "../../vectors/payloads/v1/session-create-rko-request.json" suffix(,)
0};
static const unsigned char file71[] = {
#embed "../../vectors/payloads/v1/session-create-rko-response.json" suffix(,)
0};
static const unsigned char file72[] = {
#embed "../../vectors/payloads/v1/session-init-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file73[] = {
#embed "../../vectors/payloads/v1/session-init-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file74[] = {
#embed "../../vectors/payloads/v1/session-init-payout-nominal-request.json" suffix(,)
0};
static const unsigned char file75[] = {
#embed "../../vectors/payloads/v1/session-init-payout-nominal-response.json" suffix(,)
0};
static const unsigned char file76[] = {
#embed "../../vectors/payloads/v1/session-init-payout-request-edges.json" suffix(,)
0};
static const unsigned char file77[] = {
#embed "../../vectors/payloads/v1/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file78[] = {
#embed "../../vectors/payloads/v1/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file79[] = {
#embed "../../vectors/payloads/v1/session-init-payout-rko-request.json" suffix(,)
0};
static const unsigned char file80[] = {
#embed "../../vectors/payloads/v1/session-init-payout-rko-response.json" suffix(,)
0};
static const unsigned char file81[] = {
#embed "../../vectors/payloads/v1/session-start-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file82[] = {
#embed "../../vectors/payloads/v1/session-start-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file83[] = {
#embed "../../vectors/payloads/v1/session-start-payout-nominal-request.json" suffix(,)
0};
static const unsigned char file84[] = {
#embed "../../vectors/payloads/v1/session-start-payout-nominal-response.json" suffix(,)
0};
static const unsigned char file85[] = {
#embed "../../vectors/payloads/v1/session-start-payout-request-amounts.json" suffix(,)
0};
static const unsigned char file86[] = {
#embed "../../vectors/payloads/v1/session-start-payout-request-edges.json" suffix(,)
0};
static const unsigned char file87[] = {
#embed "../../vectors/payloads/v1/session-start-payout-request-text.json" suffix(,)
0};
static const unsigned char file88[] = {
#embed "../../vectors/payloads/v1/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file89[] = {
#embed "../../vectors/payloads/v1/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file90[] = {
#embed "../../vectors/payloads/v1/session-start-payout-rko-request.json" suffix(,)
0};
static const unsigned char file91[] = {
#embed "../../vectors/payloads/v1/session-start-payout-rko-response.json" suffix(,)
0};
static const unsigned char file92[] = {
#embed "../../vectors/payloads/v1/session-status-request.json" suffix(,)
0};
static const unsigned char file93[] = {
#embed "../../vectors/payloads/v1/session-status-response.json" suffix(,)
0};
static const unsigned char file94[] = {
#embed "../../vectors/payloads/v1/token-info-request.json" suffix(,)
0};
static const unsigned char file95[] = {
#embed "../../vectors/payloads/v1/token-info-response-edges.json" suffix(,)
0};
static const unsigned char file96[] = {
#embed "../../vectors/payloads/v1/token-info-response.json" suffix(,)
0};
static const unsigned char file97[] = {
#embed "../../vectors/payloads/v1/token-request.json" suffix(,)
0};
static const unsigned char file98[] = {
#embed "../../vectors/payloads/v1/token-response-edges.json" suffix(,)
0};
static const unsigned char file99[] = {
#embed "../../vectors/payloads/v1/token-response.json" suffix(,)
0};
static const unsigned char file100[] = {
#embed "../../vectors/payloads/v1/tokenize-elements-request.json" suffix(,)
0};
static const unsigned char file101[] = {
#embed "../../vectors/payloads/v1/tokenize-elements-response.json" suffix(,)
0};
static const unsigned char file102[] = {
#embed "../../vectors/payloads/v1/wallet-balance-request.json" suffix(,)
0};
static const unsigned char file103[] = {
#embed "../../vectors/payloads/v1/wallet-balance-response.json" suffix(,)
0};
static const unsigned char file104[] = {
#embed "../../vectors/payloads/v2/generated/error-response.json" suffix(,)
0};
static const unsigned char file105[] = {
#embed "../../vectors/payloads/v2/generated/fps-banks-request.json" suffix(,)
0};
static const unsigned char file106[] = {
#embed "../../vectors/payloads/v2/generated/fps-banks-response.json" suffix(,)
0};
static const unsigned char file107[] = {
#embed "../../vectors/payloads/v2/generated/fps-customer-verification-request.json" suffix(,)
0};
static const unsigned char file108[] = {
#embed "../../vectors/payloads/v2/generated/fps-customer-verification-response.json" suffix(,)
0};
static const unsigned char file109[] = {
#embed "../../vectors/payloads/v2/generated/session-cancel-request.json" suffix(,)
0};
static const unsigned char file110[] = {
#embed "../../vectors/payloads/v2/generated/session-cancel-response.json" suffix(,)
0};
static const unsigned char file111[] = {
#embed "../../vectors/payloads/v2/generated/session-confirm-request.json" suffix(,)
0};
static const unsigned char file112[] = {
#embed "../../vectors/payloads/v2/generated/session-confirm-response.json" suffix(,)
0};
static const unsigned char file113[] = {
#embed "../../vectors/payloads/v2/generated/session-create-request.json" suffix(,)
0};
static const unsigned char file114[] = {
#embed "../../vectors/payloads/v2/generated/session-create-response.json" suffix(,)
0};
static const unsigned char file115[] = {
#embed "../../vectors/payloads/v2/generated/session-init-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file116[] = {
#embed "../../vectors/payloads/v2/generated/session-init-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file117[] = {
#embed "../../vectors/payloads/v2/generated/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file118[] = {
#embed "../../vectors/payloads/v2/generated/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file119[] = {
#embed "../../vectors/payloads/v2/generated/session-start-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file120[] = {
#embed "../../vectors/payloads/v2/generated/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file121[] = {
#embed "../../vectors/payloads/v2/generated/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file122[] = {
#embed "../../vectors/payloads/v2/generated/session-status-request.json" suffix(,)
0};
static const unsigned char file123[] = {
#embed "../../vectors/payloads/v2/generated/session-status-response.json" suffix(,)
0};
static const unsigned char file124[] = {
#embed "../../vectors/payloads/v2/mirrored/error-response.json" suffix(,)
0};
static const unsigned char file125[] = {
#embed "../../vectors/payloads/v2/mirrored/fps-banks-request.json" suffix(,)
0};
static const unsigned char file126[] = {
#embed "../../vectors/payloads/v2/mirrored/fps-banks-response.json" suffix(,)
0};
static const unsigned char file127[] = {
#embed "../../vectors/payloads/v2/mirrored/fps-customer-verification-request.json" suffix(,)
0};
static const unsigned char file128[] = {
#embed "../../vectors/payloads/v2/mirrored/fps-customer-verification-response.json" suffix(,)
0};
static const unsigned char file129[] = {
#embed "../../vectors/payloads/v2/mirrored/session-cancel-request.json" suffix(,)
0};
static const unsigned char file130[] = {
#embed "../../vectors/payloads/v2/mirrored/session-cancel-response.json" suffix(,)
0};
static const unsigned char file131[] = {
#embed "../../vectors/payloads/v2/mirrored/session-confirm-request.json" suffix(,)
0};
static const unsigned char file132[] = {
#embed "../../vectors/payloads/v2/mirrored/session-confirm-response-edges.json" suffix(,)
0};
static const unsigned char file133[] = {
#embed "../../vectors/payloads/v2/mirrored/session-confirm-response.json" suffix(,)
0};
static const unsigned char file134[] = {
#embed "../../vectors/payloads/v2/mirrored/session-create-request-edges.json" suffix(,)
0};
static const unsigned char file135[] = {
#embed "../../vectors/payloads/v2/mirrored/session-create-request.json" suffix(,)
0};
static const unsigned char file136[] = {
#embed "../../vectors/payloads/v2/mirrored/session-create-response.json" suffix(,)
0};
static const unsigned char file137[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file138[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file139[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-request-edges.json" suffix(,)
0};
static const unsigned char file140[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file141[] = {
#embed "../../vectors/payloads/v2/mirrored/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file142[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file143[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file144[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-request-amounts.json" suffix(,)
0};
static const unsigned char file145[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-request-edges.json" suffix(,)
0};
static const unsigned char file146[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-request-text.json" suffix(,)
0};
static const unsigned char file147[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file148[] = {
#embed "../../vectors/payloads/v2/mirrored/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file149[] = {
#embed "../../vectors/payloads/v2/mirrored/session-status-request.json" suffix(,)
0};
static const unsigned char file150[] = {
#embed "../../vectors/payloads/v2/mirrored/session-status-response.json" suffix(,)
0};
static const unsigned char file151[] = {
#embed "../../vectors/payloads/v2/session-confirm-request.json" suffix(,)
0};
static const unsigned char file152[] = {
#embed "../../vectors/payloads/v2/session-create-request.json" suffix(,)
0};
static const unsigned char file153[] = {
#embed "../../vectors/payloads/v2/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file154[] = {
#embed "../../vectors/payloads/v2/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file155[] = {
#embed "../../vectors/retired.json" suffix(,)
0};
static const unsigned char file156[] = {
#embed "../../vectors/rules.json" suffix(,)
0};
static const unsigned char file157[] = {
#embed "../../vectors/schemas/common/amount-details.json" suffix(,)
0};
static const unsigned char file158[] = {
#embed "../../vectors/schemas/common/amounts.json" suffix(,)
0};
static const unsigned char file159[] = {
#embed "../../vectors/schemas/common/balance-wallet.json" suffix(,)
0};
static const unsigned char file160[] = {
#embed "../../vectors/schemas/common/balance.json" suffix(,)
0};
static const unsigned char file161[] = {
#embed "../../vectors/schemas/common/bank-account-ru.json" suffix(,)
0};
static const unsigned char file162[] = {
#embed "../../vectors/schemas/common/bank-account.json" suffix(,)
0};
static const unsigned char file163[] = {
#embed "../../vectors/schemas/common/bank-card.json" suffix(,)
0};
static const unsigned char file164[] = {
#embed "../../vectors/schemas/common/bik.json" suffix(,)
0};
static const unsigned char file165[] = {
#embed "../../vectors/schemas/common/card-number.json" suffix(,)
0};
static const unsigned char file166[] = {
#embed "../../vectors/schemas/common/currency.json" suffix(,)
0};
static const unsigned char file167[] = {
#embed "../../vectors/schemas/common/custom-routing.json" suffix(,)
0};
static const unsigned char file168[] = {
#embed "../../vectors/schemas/common/customer-interaction.json" suffix(,)
0};
static const unsigned char file169[] = {
#embed "../../vectors/schemas/common/customer.json" suffix(,)
0};
static const unsigned char file170[] = {
#embed "../../vectors/schemas/common/date-time.json" suffix(,)
0};
static const unsigned char file171[] = {
#embed "../../vectors/schemas/common/date.json" suffix(,)
0};
static const unsigned char file172[] = {
#embed "../../vectors/schemas/common/element-token.json" suffix(,)
0};
static const unsigned char file173[] = {
#embed "../../vectors/schemas/common/encrypted-card.json" suffix(,)
0};
static const unsigned char file174[] = {
#embed "../../vectors/schemas/common/envelope.json" suffix(,)
0};
static const unsigned char file175[] = {
#embed "../../vectors/schemas/common/error.json" suffix(,)
0};
static const unsigned char file176[] = {
#embed "../../vectors/schemas/common/exchange.json" suffix(,)
0};
static const unsigned char file177[] = {
#embed "../../vectors/schemas/common/faster-payment-system-verification.json" suffix(,)
0};
static const unsigned char file178[] = {
#embed "../../vectors/schemas/common/faster-payment-system.json" suffix(,)
0};
static const unsigned char file179[] = {
#embed "../../vectors/schemas/common/fee-amount.json" suffix(,)
0};
static const unsigned char file180[] = {
#embed "../../vectors/schemas/common/fiscalization-details.json" suffix(,)
0};
static const unsigned char file181[] = {
#embed "../../vectors/schemas/common/fps-bank-id.json" suffix(,)
0};
static const unsigned char file182[] = {
#embed "../../vectors/schemas/common/fps-bank.json" suffix(,)
0};
static const unsigned char file183[] = {
#embed "../../vectors/schemas/common/fps-phone.json" suffix(,)
0};
static const unsigned char file184[] = {
#embed "../../vectors/schemas/common/identifier.json" suffix(,)
0};
static const unsigned char file185[] = {
#embed "../../vectors/schemas/common/identity-document.json" suffix(,)
0};
static const unsigned char file186[] = {
#embed "../../vectors/schemas/common/incoming-payment.json" suffix(,)
0};
static const unsigned char file187[] = {
#embed "../../vectors/schemas/common/inn.json" suffix(,)
0};
static const unsigned char file188[] = {
#embed "../../vectors/schemas/common/kpp.json" suffix(,)
0};
static const unsigned char file189[] = {
#embed "../../vectors/schemas/common/masked-account.json" suffix(,)
0};
static const unsigned char file190[] = {
#embed "../../vectors/schemas/common/masked-card.json" suffix(,)
0};
static const unsigned char file191[] = {
#embed "../../vectors/schemas/common/masked-instrument.json" suffix(,)
0};
static const unsigned char file192[] = {
#embed "../../vectors/schemas/common/masked-wallet.json" suffix(,)
0};
static const unsigned char file193[] = {
#embed "../../vectors/schemas/common/metadata.json" suffix(,)
0};
static const unsigned char file194[] = {
#embed "../../vectors/schemas/common/named-recipient.json" suffix(,)
0};
static const unsigned char file195[] = {
#embed "../../vectors/schemas/common/not-null.json" suffix(,)
0};
static const unsigned char file196[] = {
#embed "../../vectors/schemas/common/other-kind.json" suffix(,)
0};
static const unsigned char file197[] = {
#embed "../../vectors/schemas/common/participant-details.json" suffix(,)
0};
static const unsigned char file198[] = {
#embed "../../vectors/schemas/common/participant.json" suffix(,)
0};
static const unsigned char file199[] = {
#embed "../../vectors/schemas/common/payment-id.json" suffix(,)
0};
static const unsigned char file200[] = {
#embed "../../vectors/schemas/common/payment-init.json" suffix(,)
0};
static const unsigned char file201[] = {
#embed "../../vectors/schemas/common/payment-metadata.json" suffix(,)
0};
static const unsigned char file202[] = {
#embed "../../vectors/schemas/common/payout-card.json" suffix(,)
0};
static const unsigned char file203[] = {
#embed "../../vectors/schemas/common/payout-id.json" suffix(,)
0};
static const unsigned char file204[] = {
#embed "../../vectors/schemas/common/payout-instrument.json" suffix(,)
0};
static const unsigned char file205[] = {
#embed "../../vectors/schemas/common/purpose.json" suffix(,)
0};
static const unsigned char file206[] = {
#embed "../../vectors/schemas/common/recurrent.json" suffix(,)
0};
static const unsigned char file207[] = {
#embed "../../vectors/schemas/common/refund-id.json" suffix(,)
0};
static const unsigned char file208[] = {
#embed "../../vectors/schemas/common/refund.json" suffix(,)
0};
static const unsigned char file209[] = {
#embed "../../vectors/schemas/common/reject-reason.json" suffix(,)
0};
static const unsigned char file210[] = {
#embed "../../vectors/schemas/common/request-date-time.json" suffix(,)
0};
static const unsigned char file211[] = {
#embed "../../vectors/schemas/common/requested-amount.json" suffix(,)
0};
static const unsigned char file212[] = {
#embed "../../vectors/schemas/common/requested-participant.json" suffix(,)
0};
static const unsigned char file213[] = {
#embed "../../vectors/schemas/common/requested-participants.json" suffix(,)
0};
static const unsigned char file214[] = {
#embed "../../vectors/schemas/common/revenue-split.json" suffix(,)
0};
static const unsigned char file215[] = {
#embed "../../vectors/schemas/common/self-employed.json" suffix(,)
0};
static const unsigned char file216[] = {
#embed "../../vectors/schemas/common/service.json" suffix(,)
0};
static const unsigned char file217[] = {
#embed "../../vectors/schemas/common/session-id.json" suffix(,)
0};
static const unsigned char file218[] = {
#embed "../../vectors/schemas/common/tax-details.json" suffix(,)
0};
static const unsigned char file219[] = {
#embed "../../vectors/schemas/common/tax-payee.json" suffix(,)
0};
static const unsigned char file220[] = {
#embed "../../vectors/schemas/common/tax-payer.json" suffix(,)
0};
static const unsigned char file221[] = {
#embed "../../vectors/schemas/common/tax-payment.json" suffix(,)
0};
static const unsigned char file222[] = {
#embed "../../vectors/schemas/common/tax-period.json" suffix(,)
0};
static const unsigned char file223[] = {
#embed "../../vectors/schemas/common/tax.json" suffix(,)
0};
static const unsigned char file224[] = {
#embed "../../vectors/schemas/common/token-element.json" suffix(,)
0};
static const unsigned char file225[] = {
#embed "../../vectors/schemas/common/tokenized-card.json" suffix(,)
0};
static const unsigned char file226[] = {
#embed "../../vectors/schemas/common/transaction-info.json" suffix(,)
0};
static const unsigned char file227[] = {
#embed "../../vectors/schemas/common/transfer-party.json" suffix(,)
0};
static const unsigned char file228[] = {
#embed "../../vectors/schemas/common/wallet-account.json" suffix(,)
0};
static const unsigned char file229[] = {
#embed "../../vectors/schemas/common/wallet.json" suffix(,)
0};
static const unsigned char file230[] = {
#embed "../../vectors/schemas/common/yoomoney-wallet.json" suffix(,)
0};
static const unsigned char file231[] = {
#embed "../../vectors/schemas/v1/collateral-terms.json" suffix(,)
0};
static const unsigned char file232[] = {
#embed "../../vectors/schemas/v1/confirm-information.json" suffix(,)
0};
static const unsigned char file233[] = {
#embed "../../vectors/schemas/v1/error-response.json" suffix(,)
0};
static const unsigned char file234[] = {
#embed "../../vectors/schemas/v1/fiscalization-request.json" suffix(,)
0};
static const unsigned char file235[] = {
#embed "../../vectors/schemas/v1/fiscalization-response.json" suffix(,)
0};
static const unsigned char file236[] = {
#embed "../../vectors/schemas/v1/fps-banks-request.json" suffix(,)
0};
static const unsigned char file237[] = {
#embed "../../vectors/schemas/v1/fps-banks-response.json" suffix(,)
0};
static const unsigned char file238[] = {
#embed "../../vectors/schemas/v1/fps-customer-verification-request.json" suffix(,)
0};
static const unsigned char file239[] = {
#embed "../../vectors/schemas/v1/fps-customer-verification-response.json" suffix(,)
0};
static const unsigned char file240[] = {
#embed "../../vectors/schemas/v1/nominal-terms.json" suffix(,)
0};
static const unsigned char file241[] = {
#embed "../../vectors/schemas/v1/payout-init.json" suffix(,)
0};
static const unsigned char file242[] = {
#embed "../../vectors/schemas/v1/payout-parameters.json" suffix(,)
0};
static const unsigned char file243[] = {
#embed "../../vectors/schemas/v1/payout-start.json" suffix(,)
0};
static const unsigned char file244[] = {
#embed "../../vectors/schemas/v1/payout.json" suffix(,)
0};
static const unsigned char file245[] = {
#embed "../../vectors/schemas/v1/receipt-terms.json" suffix(,)
0};
static const unsigned char file246[] = {
#embed "../../vectors/schemas/v1/requested-confirm-information.json" suffix(,)
0};
static const unsigned char file247[] = {
#embed "../../vectors/schemas/v1/session-cancel-request.json" suffix(,)
0};
static const unsigned char file248[] = {
#embed "../../vectors/schemas/v1/session-cancel-response.json" suffix(,)
0};
static const unsigned char file249[] = {
#embed "../../vectors/schemas/v1/session-confirm-request.json" suffix(,)
0};
static const unsigned char file250[] = {
#embed "../../vectors/schemas/v1/session-confirm-response.json" suffix(,)
0};
static const unsigned char file251[] = {
#embed "../../vectors/schemas/v1/session-create-nominal-request.json" suffix(,)
0};
static const unsigned char file252[] = {
#embed "../../vectors/schemas/v1/session-create-nominal-response.json" suffix(,)
0};
static const unsigned char file253[] = {
#embed "../../vectors/schemas/v1/session-create-request.json" suffix(,)
0};
static const unsigned char file254[] = {
#embed "../../vectors/schemas/v1/session-create-response.json" suffix(,)
0};
static const unsigned char file255[] = {
#embed "../../vectors/schemas/v1/session-create-rko-request.json" suffix(,)
0};
static const unsigned char file256[] = {
#embed "../../vectors/schemas/v1/session-create-rko-response.json" suffix(,)
0};
static const unsigned char file257[] = {
#embed "../../vectors/schemas/v1/session-envelope.json" suffix(,)
0};
static const unsigned char file258[] = {
#embed "../../vectors/schemas/v1/session-init-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file259[] = {
#embed "../../vectors/schemas/v1/session-init-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file260[] = {
#embed "../../vectors/schemas/v1/session-init-payout-nominal-request.json" suffix(,)
0};
static const unsigned char file261[] = {
#embed "../../vectors/schemas/v1/session-init-payout-nominal-response.json" suffix(,)
0};
static const unsigned char file262[] = {
#embed "../../vectors/schemas/v1/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file263[] = {
#embed "../../vectors/schemas/v1/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file264[] = {
#embed "../../vectors/schemas/v1/session-init-payout-rko-request.json" suffix(,)
0};
static const unsigned char file265[] = {
#embed "../../vectors/schemas/v1/session-init-payout-rko-response.json" suffix(,)
0};
static const unsigned char file266[] = {
#embed "../../vectors/schemas/v1/session-start-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file267[] = {
#embed "../../vectors/schemas/v1/session-start-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file268[] = {
#embed "../../vectors/schemas/v1/session-start-payout-nominal-request.json" suffix(,)
0};
static const unsigned char file269[] = {
#embed "../../vectors/schemas/v1/session-start-payout-nominal-response.json" suffix(,)
0};
static const unsigned char file270[] = {
#embed "../../vectors/schemas/v1/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file271[] = {
#embed "../../vectors/schemas/v1/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file272[] = {
#embed "../../vectors/schemas/v1/session-start-payout-rko-request.json" suffix(,)
0};
static const unsigned char file273[] = {
#embed "../../vectors/schemas/v1/session-start-payout-rko-response.json" suffix(,)
0};
static const unsigned char file274[] = {
#embed "../../vectors/schemas/v1/session-status-request.json" suffix(,)
0};
static const unsigned char file275[] = {
#embed "../../vectors/schemas/v1/session-status-response.json" suffix(,)
0};
static const unsigned char file276[] = {
#embed "../../vectors/schemas/v1/session.json" suffix(,)
0};
static const unsigned char file277[] = {
#embed "../../vectors/schemas/v1/settlement-terms.json" suffix(,)
0};
static const unsigned char file278[] = {
#embed "../../vectors/schemas/v1/token-info-request.json" suffix(,)
0};
static const unsigned char file279[] = {
#embed "../../vectors/schemas/v1/token-info-response.json" suffix(,)
0};
static const unsigned char file280[] = {
#embed "../../vectors/schemas/v1/token-request.json" suffix(,)
0};
static const unsigned char file281[] = {
#embed "../../vectors/schemas/v1/token-response.json" suffix(,)
0};
static const unsigned char file282[] = {
#embed "../../vectors/schemas/v1/tokenize-elements-request.json" suffix(,)
0};
static const unsigned char file283[] = {
#embed "../../vectors/schemas/v1/tokenize-elements-response.json" suffix(,)
0};
static const unsigned char file284[] = {
#embed "../../vectors/schemas/v1/wallet-balance-request.json" suffix(,)
0};
static const unsigned char file285[] = {
#embed "../../vectors/schemas/v1/wallet-balance-response.json" suffix(,)
0};
static const unsigned char file286[] = {
#embed "../../vectors/schemas/v1/webhook-action-required.json" suffix(,)
0};
static const unsigned char file287[] = {
#embed "../../vectors/schemas/v1/webhook-confirmation-payout.json" suffix(,)
0};
static const unsigned char file288[] = {
#embed "../../vectors/schemas/v1/webhook-other.json" suffix(,)
0};
static const unsigned char file289[] = {
#embed "../../vectors/schemas/v1/webhook-payment-finished.json" suffix(,)
0};
static const unsigned char file290[] = {
#embed "../../vectors/schemas/v1/webhook-payment-refunded.json" suffix(,)
0};
static const unsigned char file291[] = {
#embed "../../vectors/schemas/v1/webhook-ready-to-capture.json" suffix(,)
0};
static const unsigned char file292[] = {
#embed "../../vectors/schemas/v1/webhook-ready-to-confirm.json" suffix(,)
0};
static const unsigned char file293[] = {
#embed "../../vectors/schemas/v1/webhook.json" suffix(,)
0};
static const unsigned char file294[] = {
#embed "../../vectors/schemas/v2/collateral-terms.json" suffix(,)
0};
static const unsigned char file295[] = {
#embed "../../vectors/schemas/v2/confirm-information.json" suffix(,)
0};
static const unsigned char file296[] = {
#embed "../../vectors/schemas/v2/error-response.json" suffix(,)
0};
static const unsigned char file297[] = {
#embed "../../vectors/schemas/v2/fps-banks-request.json" suffix(,)
0};
static const unsigned char file298[] = {
#embed "../../vectors/schemas/v2/fps-banks-response.json" suffix(,)
0};
static const unsigned char file299[] = {
#embed "../../vectors/schemas/v2/fps-customer-verification-request.json" suffix(,)
0};
static const unsigned char file300[] = {
#embed "../../vectors/schemas/v2/fps-customer-verification-response.json" suffix(,)
0};
static const unsigned char file301[] = {
#embed "../../vectors/schemas/v2/payout-init.json" suffix(,)
0};
static const unsigned char file302[] = {
#embed "../../vectors/schemas/v2/payout-parameters.json" suffix(,)
0};
static const unsigned char file303[] = {
#embed "../../vectors/schemas/v2/payout-start.json" suffix(,)
0};
static const unsigned char file304[] = {
#embed "../../vectors/schemas/v2/payout.json" suffix(,)
0};
static const unsigned char file305[] = {
#embed "../../vectors/schemas/v2/receipt-terms.json" suffix(,)
0};
static const unsigned char file306[] = {
#embed "../../vectors/schemas/v2/requested-confirm-information.json" suffix(,)
0};
static const unsigned char file307[] = {
#embed "../../vectors/schemas/v2/session-cancel-request.json" suffix(,)
0};
static const unsigned char file308[] = {
#embed "../../vectors/schemas/v2/session-cancel-response.json" suffix(,)
0};
static const unsigned char file309[] = {
#embed "../../vectors/schemas/v2/session-confirm-request.json" suffix(,)
0};
static const unsigned char file310[] = {
#embed "../../vectors/schemas/v2/session-confirm-response.json" suffix(,)
0};
static const unsigned char file311[] = {
#embed "../../vectors/schemas/v2/session-create-request.json" suffix(,)
0};
static const unsigned char file312[] = {
#embed "../../vectors/schemas/v2/session-create-response.json" suffix(,)
0};
static const unsigned char file313[] = {
#embed "../../vectors/schemas/v2/session-envelope.json" suffix(,)
0};
static const unsigned char file314[] = {
#embed "../../vectors/schemas/v2/session-init-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file315[] = {
#embed "../../vectors/schemas/v2/session-init-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file316[] = {
#embed "../../vectors/schemas/v2/session-init-payout-request.json" suffix(,)
0};
static const unsigned char file317[] = {
#embed "../../vectors/schemas/v2/session-init-payout-response.json" suffix(,)
0};
static const unsigned char file318[] = {
#embed "../../vectors/schemas/v2/session-start-payout-fiscalization-request.json" suffix(,)
0};
static const unsigned char file319[] = {
#embed "../../vectors/schemas/v2/session-start-payout-fiscalization-response.json" suffix(,)
0};
static const unsigned char file320[] = {
#embed "../../vectors/schemas/v2/session-start-payout-request.json" suffix(,)
0};
static const unsigned char file321[] = {
#embed "../../vectors/schemas/v2/session-start-payout-response.json" suffix(,)
0};
static const unsigned char file322[] = {
#embed "../../vectors/schemas/v2/session-status-request.json" suffix(,)
0};
static const unsigned char file323[] = {
#embed "../../vectors/schemas/v2/session-status-response.json" suffix(,)
0};
static const unsigned char file324[] = {
#embed "../../vectors/schemas/v2/session.json" suffix(,)
0};
static const unsigned char file325[] = {
#embed "../../vectors/schemas/v2/webhook-action-required.json" suffix(,)
0};
static const unsigned char file326[] = {
#embed "../../vectors/schemas/v2/webhook-confirmation-payout.json" suffix(,)
0};
static const unsigned char file327[] = {
#embed "../../vectors/schemas/v2/webhook-other.json" suffix(,)
0};
static const unsigned char file328[] = {
#embed "../../vectors/schemas/v2/webhook-payment-finished.json" suffix(,)
0};
static const unsigned char file329[] = {
#embed "../../vectors/schemas/v2/webhook-payment-refunded.json" suffix(,)
0};
static const unsigned char file330[] = {
#embed "../../vectors/schemas/v2/webhook-ready-to-capture.json" suffix(,)
0};
static const unsigned char file331[] = {
#embed "../../vectors/schemas/v2/webhook-ready-to-confirm.json" suffix(,)
0};
static const unsigned char file332[] = {
#embed "../../vectors/schemas/v2/webhook.json" suffix(,)
0};
static const unsigned char file333[] = {
#embed "../../vectors/sequences/payout-session.json" suffix(,)
0};
static const unsigned char file334[] = {
#embed "../../vectors/signatures/bodies.json" suffix(,)
0};
static const unsigned char file335[] = {
#embed "../../vectors/signatures/bytes.json" suffix(,)
0};
static const unsigned char file336[] = {
#embed "../../vectors/signatures/contents.json" suffix(,)
0};
static const unsigned char file337[] = {
#embed "../../vectors/signatures/foreign.json" suffix(,)
0};
static const unsigned char file338[] = {
#embed "../../vectors/signatures/golden.json" suffix(,)
0};
static const unsigned char file339[] = {
#embed "../../vectors/signatures/keys.json" suffix(,)
0};
static const unsigned char file340[] = {
#embed "../../vectors/signatures/numbers.json" suffix(,)
0};
static const unsigned char file341[] = {
#embed "../../vectors/signatures/paddings.json" suffix(,)
0};
static const unsigned char file342[] = {
#embed "../../vectors/signatures/schemes.json" suffix(,)
0};
static const unsigned char file343[] = {
#embed "../../vectors/signatures/tampered.json" suffix(,)
0};
static const unsigned char file344[] = {
#embed "../../vectors/signatures/texts.json" suffix(,)
0};
static const unsigned char file345[] = {
#embed "../../vectors/text/depth.json" suffix(,)
0};
static const unsigned char file346[] = {
#embed "../../vectors/text/names.json" suffix(,)
0};
static const unsigned char file347[] = {
#embed "../../vectors/text/numbers.json" suffix(,)
0};
static const unsigned char file348[] = {
#embed "../../vectors/text/strings.json" suffix(,)
0};
static const unsigned char file349[] = {
#embed "../../vectors/text/structure.json" suffix(,)
0};
static const unsigned char file350[] = {
#embed "../../vectors/text/utf-8.json" suffix(,)
0};
static const unsigned char file351[] = {
#embed "../../vectors/vectors.schema.json" suffix(,)
0};
static const unsigned char file352[] = {
#embed "../../vectors/webhooks/v1/action-required.json" suffix(,)
0};
static const unsigned char file353[] = {
#embed "../../vectors/webhooks/v1/confirmation-payout.json" suffix(,)
0};
static const unsigned char file354[] = {
#embed "../../vectors/webhooks/v1/generated/action-required.json" suffix(,)
0};
static const unsigned char file355[] = {
#embed "../../vectors/webhooks/v1/generated/confirmation-payout.json" suffix(,)
0};
static const unsigned char file356[] = {
#embed "../../vectors/webhooks/v1/generated/other.json" suffix(,)
0};
static const unsigned char file357[] = {
#embed "../../vectors/webhooks/v1/generated/payment-finished.json" suffix(,)
0};
static const unsigned char file358[] = {
#embed "../../vectors/webhooks/v1/generated/payment-refunded.json" suffix(,)
0};
static const unsigned char file359[] = {
#embed "../../vectors/webhooks/v1/generated/ready-to-capture.json" suffix(,)
0};
static const unsigned char file360[] = {
#embed "../../vectors/webhooks/v1/generated/ready-to-confirm.json" suffix(,)
0};
static const unsigned char file361[] = {
#embed "../../vectors/webhooks/v1/other.json" suffix(,)
0};
static const unsigned char file362[] = {
#embed "../../vectors/webhooks/v1/payment-finished-edges.json" suffix(,)
0};
static const unsigned char file363[] = {
#embed "../../vectors/webhooks/v1/payment-finished-text.json" suffix(,)
0};
static const unsigned char file364[] = {
#embed "../../vectors/webhooks/v1/payment-finished.json" suffix(,)
0};
static const unsigned char file365[] = {
#embed "../../vectors/webhooks/v1/payment-refunded.json" suffix(,)
0};
static const unsigned char file366[] = {
#embed "../../vectors/webhooks/v1/ready-to-capture.json" suffix(,)
0};
static const unsigned char file367[] = {
#embed "../../vectors/webhooks/v1/ready-to-confirm.json" suffix(,)
0};
static const unsigned char file368[] = {
#embed "../../vectors/webhooks/v2/generated/action-required.json" suffix(,)
0};
static const unsigned char file369[] = {
#embed "../../vectors/webhooks/v2/generated/confirmation-payout.json" suffix(,)
0};
static const unsigned char file370[] = {
#embed "../../vectors/webhooks/v2/generated/other.json" suffix(,)
0};
static const unsigned char file371[] = {
#embed "../../vectors/webhooks/v2/generated/payment-finished.json" suffix(,)
0};
static const unsigned char file372[] = {
#embed "../../vectors/webhooks/v2/generated/payment-refunded.json" suffix(,)
0};
static const unsigned char file373[] = {
#embed "../../vectors/webhooks/v2/generated/ready-to-capture.json" suffix(,)
0};
static const unsigned char file374[] = {
#embed "../../vectors/webhooks/v2/generated/ready-to-confirm.json" suffix(,)
0};
static const unsigned char file375[] = {
#embed "../../vectors/webhooks/v2/mirrored/action-required.json" suffix(,)
0};
static const unsigned char file376[] = {
#embed "../../vectors/webhooks/v2/mirrored/confirmation-payout.json" suffix(,)
0};
static const unsigned char file377[] = {
#embed "../../vectors/webhooks/v2/mirrored/other.json" suffix(,)
0};
static const unsigned char file378[] = {
#embed "../../vectors/webhooks/v2/mirrored/payment-finished-edges.json" suffix(,)
0};
static const unsigned char file379[] = {
#embed "../../vectors/webhooks/v2/mirrored/payment-finished-text.json" suffix(,)
0};
static const unsigned char file380[] = {
#embed "../../vectors/webhooks/v2/mirrored/payment-finished.json" suffix(,)
0};
static const unsigned char file381[] = {
#embed "../../vectors/webhooks/v2/mirrored/payment-refunded.json" suffix(,)
0};
static const unsigned char file382[] = {
#embed "../../vectors/webhooks/v2/mirrored/ready-to-capture.json" suffix(,)
0};
static const unsigned char file383[] = {
#embed "../../vectors/webhooks/v2/mirrored/ready-to-confirm.json" suffix(,)
0};

static const cvectors_file files[] = {
    {"LICENSE", file0, sizeof file0 - 1},
    {"README.md", file1, sizeof file1 - 1},
    {"equivalent-mutants.json", file2, sizeof file2 - 1},
    {"keys/public-test-key-3072.pem", file3, sizeof file3 - 1},
    {"keys/public-test-key-3072.pub.pem", file4, sizeof file4 - 1},
    {"keys/public-test-key-4096.pem", file5, sizeof file5 - 1},
    {"keys/public-test-key-4096.pub.pem", file6, sizeof file6 - 1},
    {"keys/public-test-key-bank.pem", file7, sizeof file7 - 1},
    {"keys/public-test-key-bank.pub.pem", file8, sizeof file8 - 1},
    {"keys/public-test-key-e3.pem", file9, sizeof file9 - 1},
    {"keys/public-test-key-e3.pub.pem", file10, sizeof file10 - 1},
    {"keys/public-test-key-other.pem", file11, sizeof file11 - 1},
    {"keys/public-test-key-other.pub.pem", file12, sizeof file12 - 1},
    {"keys/public-test-key-partner.pem", file13, sizeof file13 - 1},
    {"keys/public-test-key-partner.pub.pem", file14, sizeof file14 - 1},
    {"payloads/v1/error-response.json", file15, sizeof file15 - 1},
    {"payloads/v1/fiscalization-request.json", file16, sizeof file16 - 1},
    {"payloads/v1/fiscalization-response.json", file17, sizeof file17 - 1},
    {"payloads/v1/fps-banks-request.json", file18, sizeof file18 - 1},
    {"payloads/v1/fps-banks-response.json", file19, sizeof file19 - 1},
    {"payloads/v1/fps-customer-verification-request.json", file20, sizeof file20 - 1},
    {"payloads/v1/fps-customer-verification-response.json", file21, sizeof file21 - 1},
    {"payloads/v1/generated/error-response.json", file22, sizeof file22 - 1},
    {"payloads/v1/generated/fiscalization-request.json", file23, sizeof file23 - 1},
    {"payloads/v1/generated/fiscalization-response.json", file24, sizeof file24 - 1},
    {"payloads/v1/generated/fps-banks-request.json", file25, sizeof file25 - 1},
    {"payloads/v1/generated/fps-banks-response.json", file26, sizeof file26 - 1},
    {"payloads/v1/generated/fps-customer-verification-request.json", file27, sizeof file27 - 1},
    {"payloads/v1/generated/fps-customer-verification-response.json", file28, sizeof file28 - 1},
    {"payloads/v1/generated/session-cancel-request.json", file29, sizeof file29 - 1},
    {"payloads/v1/generated/session-cancel-response.json", file30, sizeof file30 - 1},
    {"payloads/v1/generated/session-confirm-request.json", file31, sizeof file31 - 1},
    {"payloads/v1/generated/session-confirm-response.json", file32, sizeof file32 - 1},
    {"payloads/v1/generated/session-create-nominal-response.json", file33, sizeof file33 - 1},
    {"payloads/v1/generated/session-create-request.json", file34, sizeof file34 - 1},
    {"payloads/v1/generated/session-create-response.json", file35, sizeof file35 - 1},
    {"payloads/v1/generated/session-create-rko-response.json", file36, sizeof file36 - 1},
    {"payloads/v1/generated/session-init-payout-fiscalization-request.json", file37, sizeof file37 - 1},
    {"payloads/v1/generated/session-init-payout-fiscalization-response.json", file38, sizeof file38 - 1},
    {"payloads/v1/generated/session-init-payout-nominal-request.json", file39, sizeof file39 - 1},
    {"payloads/v1/generated/session-init-payout-nominal-response.json", file40, sizeof file40 - 1},
    {"payloads/v1/generated/session-init-payout-request.json", file41, sizeof file41 - 1},
    {"payloads/v1/generated/session-init-payout-response.json", file42, sizeof file42 - 1},
    {"payloads/v1/generated/session-init-payout-rko-request.json", file43, sizeof file43 - 1},
    {"payloads/v1/generated/session-init-payout-rko-response.json", file44, sizeof file44 - 1},
    {"payloads/v1/generated/session-start-payout-fiscalization-response.json", file45, sizeof file45 - 1},
    {"payloads/v1/generated/session-start-payout-nominal-response.json", file46, sizeof file46 - 1},
    {"payloads/v1/generated/session-start-payout-request.json", file47, sizeof file47 - 1},
    {"payloads/v1/generated/session-start-payout-response.json", file48, sizeof file48 - 1},
    {"payloads/v1/generated/session-start-payout-rko-response.json", file49, sizeof file49 - 1},
    {"payloads/v1/generated/session-status-request.json", file50, sizeof file50 - 1},
    {"payloads/v1/generated/session-status-response.json", file51, sizeof file51 - 1},
    {"payloads/v1/generated/token-info-request.json", file52, sizeof file52 - 1},
    {"payloads/v1/generated/token-info-response.json", file53, sizeof file53 - 1},
    {"payloads/v1/generated/token-request.json", file54, sizeof file54 - 1},
    {"payloads/v1/generated/token-response.json", file55, sizeof file55 - 1},
    {"payloads/v1/generated/tokenize-elements-request.json", file56, sizeof file56 - 1},
    {"payloads/v1/generated/tokenize-elements-response.json", file57, sizeof file57 - 1},
    {"payloads/v1/generated/wallet-balance-request.json", file58, sizeof file58 - 1},
    {"payloads/v1/generated/wallet-balance-response.json", file59, sizeof file59 - 1},
    {"payloads/v1/session-cancel-request.json", file60, sizeof file60 - 1},
    {"payloads/v1/session-cancel-response.json", file61, sizeof file61 - 1},
    {"payloads/v1/session-confirm-request.json", file62, sizeof file62 - 1},
    {"payloads/v1/session-confirm-response-edges.json", file63, sizeof file63 - 1},
    {"payloads/v1/session-confirm-response.json", file64, sizeof file64 - 1},
    {"payloads/v1/session-create-nominal-request.json", file65, sizeof file65 - 1},
    {"payloads/v1/session-create-nominal-response.json", file66, sizeof file66 - 1},
    {"payloads/v1/session-create-request-edges.json", file67, sizeof file67 - 1},
    {"payloads/v1/session-create-request.json", file68, sizeof file68 - 1},
    {"payloads/v1/session-create-response.json", file69, sizeof file69 - 1},
    {"payloads/v1/session-create-rko-request.json", file70, sizeof file70 - 1},
    {"payloads/v1/session-create-rko-response.json", file71, sizeof file71 - 1},
    {"payloads/v1/session-init-payout-fiscalization-request.json", file72, sizeof file72 - 1},
    {"payloads/v1/session-init-payout-fiscalization-response.json", file73, sizeof file73 - 1},
    {"payloads/v1/session-init-payout-nominal-request.json", file74, sizeof file74 - 1},
    {"payloads/v1/session-init-payout-nominal-response.json", file75, sizeof file75 - 1},
    {"payloads/v1/session-init-payout-request-edges.json", file76, sizeof file76 - 1},
    {"payloads/v1/session-init-payout-request.json", file77, sizeof file77 - 1},
    {"payloads/v1/session-init-payout-response.json", file78, sizeof file78 - 1},
    {"payloads/v1/session-init-payout-rko-request.json", file79, sizeof file79 - 1},
    {"payloads/v1/session-init-payout-rko-response.json", file80, sizeof file80 - 1},
    {"payloads/v1/session-start-payout-fiscalization-request.json", file81, sizeof file81 - 1},
    {"payloads/v1/session-start-payout-fiscalization-response.json", file82, sizeof file82 - 1},
    {"payloads/v1/session-start-payout-nominal-request.json", file83, sizeof file83 - 1},
    {"payloads/v1/session-start-payout-nominal-response.json", file84, sizeof file84 - 1},
    {"payloads/v1/session-start-payout-request-amounts.json", file85, sizeof file85 - 1},
    {"payloads/v1/session-start-payout-request-edges.json", file86, sizeof file86 - 1},
    {"payloads/v1/session-start-payout-request-text.json", file87, sizeof file87 - 1},
    {"payloads/v1/session-start-payout-request.json", file88, sizeof file88 - 1},
    {"payloads/v1/session-start-payout-response.json", file89, sizeof file89 - 1},
    {"payloads/v1/session-start-payout-rko-request.json", file90, sizeof file90 - 1},
    {"payloads/v1/session-start-payout-rko-response.json", file91, sizeof file91 - 1},
    {"payloads/v1/session-status-request.json", file92, sizeof file92 - 1},
    {"payloads/v1/session-status-response.json", file93, sizeof file93 - 1},
    {"payloads/v1/token-info-request.json", file94, sizeof file94 - 1},
    {"payloads/v1/token-info-response-edges.json", file95, sizeof file95 - 1},
    {"payloads/v1/token-info-response.json", file96, sizeof file96 - 1},
    {"payloads/v1/token-request.json", file97, sizeof file97 - 1},
    {"payloads/v1/token-response-edges.json", file98, sizeof file98 - 1},
    {"payloads/v1/token-response.json", file99, sizeof file99 - 1},
    {"payloads/v1/tokenize-elements-request.json", file100, sizeof file100 - 1},
    {"payloads/v1/tokenize-elements-response.json", file101, sizeof file101 - 1},
    {"payloads/v1/wallet-balance-request.json", file102, sizeof file102 - 1},
    {"payloads/v1/wallet-balance-response.json", file103, sizeof file103 - 1},
    {"payloads/v2/generated/error-response.json", file104, sizeof file104 - 1},
    {"payloads/v2/generated/fps-banks-request.json", file105, sizeof file105 - 1},
    {"payloads/v2/generated/fps-banks-response.json", file106, sizeof file106 - 1},
    {"payloads/v2/generated/fps-customer-verification-request.json", file107, sizeof file107 - 1},
    {"payloads/v2/generated/fps-customer-verification-response.json", file108, sizeof file108 - 1},
    {"payloads/v2/generated/session-cancel-request.json", file109, sizeof file109 - 1},
    {"payloads/v2/generated/session-cancel-response.json", file110, sizeof file110 - 1},
    {"payloads/v2/generated/session-confirm-request.json", file111, sizeof file111 - 1},
    {"payloads/v2/generated/session-confirm-response.json", file112, sizeof file112 - 1},
    {"payloads/v2/generated/session-create-request.json", file113, sizeof file113 - 1},
    {"payloads/v2/generated/session-create-response.json", file114, sizeof file114 - 1},
    {"payloads/v2/generated/session-init-payout-fiscalization-request.json", file115, sizeof file115 - 1},
    {"payloads/v2/generated/session-init-payout-fiscalization-response.json", file116, sizeof file116 - 1},
    {"payloads/v2/generated/session-init-payout-request.json", file117, sizeof file117 - 1},
    {"payloads/v2/generated/session-init-payout-response.json", file118, sizeof file118 - 1},
    {"payloads/v2/generated/session-start-payout-fiscalization-response.json", file119, sizeof file119 - 1},
    {"payloads/v2/generated/session-start-payout-request.json", file120, sizeof file120 - 1},
    {"payloads/v2/generated/session-start-payout-response.json", file121, sizeof file121 - 1},
    {"payloads/v2/generated/session-status-request.json", file122, sizeof file122 - 1},
    {"payloads/v2/generated/session-status-response.json", file123, sizeof file123 - 1},
    {"payloads/v2/mirrored/error-response.json", file124, sizeof file124 - 1},
    {"payloads/v2/mirrored/fps-banks-request.json", file125, sizeof file125 - 1},
    {"payloads/v2/mirrored/fps-banks-response.json", file126, sizeof file126 - 1},
    {"payloads/v2/mirrored/fps-customer-verification-request.json", file127, sizeof file127 - 1},
    {"payloads/v2/mirrored/fps-customer-verification-response.json", file128, sizeof file128 - 1},
    {"payloads/v2/mirrored/session-cancel-request.json", file129, sizeof file129 - 1},
    {"payloads/v2/mirrored/session-cancel-response.json", file130, sizeof file130 - 1},
    {"payloads/v2/mirrored/session-confirm-request.json", file131, sizeof file131 - 1},
    {"payloads/v2/mirrored/session-confirm-response-edges.json", file132, sizeof file132 - 1},
    {"payloads/v2/mirrored/session-confirm-response.json", file133, sizeof file133 - 1},
    {"payloads/v2/mirrored/session-create-request-edges.json", file134, sizeof file134 - 1},
    {"payloads/v2/mirrored/session-create-request.json", file135, sizeof file135 - 1},
    {"payloads/v2/mirrored/session-create-response.json", file136, sizeof file136 - 1},
    {"payloads/v2/mirrored/session-init-payout-fiscalization-request.json", file137, sizeof file137 - 1},
    {"payloads/v2/mirrored/session-init-payout-fiscalization-response.json", file138, sizeof file138 - 1},
    {"payloads/v2/mirrored/session-init-payout-request-edges.json", file139, sizeof file139 - 1},
    {"payloads/v2/mirrored/session-init-payout-request.json", file140, sizeof file140 - 1},
    {"payloads/v2/mirrored/session-init-payout-response.json", file141, sizeof file141 - 1},
    {"payloads/v2/mirrored/session-start-payout-fiscalization-request.json", file142, sizeof file142 - 1},
    {"payloads/v2/mirrored/session-start-payout-fiscalization-response.json", file143, sizeof file143 - 1},
    {"payloads/v2/mirrored/session-start-payout-request-amounts.json", file144, sizeof file144 - 1},
    {"payloads/v2/mirrored/session-start-payout-request-edges.json", file145, sizeof file145 - 1},
    {"payloads/v2/mirrored/session-start-payout-request-text.json", file146, sizeof file146 - 1},
    {"payloads/v2/mirrored/session-start-payout-request.json", file147, sizeof file147 - 1},
    {"payloads/v2/mirrored/session-start-payout-response.json", file148, sizeof file148 - 1},
    {"payloads/v2/mirrored/session-status-request.json", file149, sizeof file149 - 1},
    {"payloads/v2/mirrored/session-status-response.json", file150, sizeof file150 - 1},
    {"payloads/v2/session-confirm-request.json", file151, sizeof file151 - 1},
    {"payloads/v2/session-create-request.json", file152, sizeof file152 - 1},
    {"payloads/v2/session-init-payout-request.json", file153, sizeof file153 - 1},
    {"payloads/v2/session-start-payout-request.json", file154, sizeof file154 - 1},
    {"retired.json", file155, sizeof file155 - 1},
    {"rules.json", file156, sizeof file156 - 1},
    {"schemas/common/amount-details.json", file157, sizeof file157 - 1},
    {"schemas/common/amounts.json", file158, sizeof file158 - 1},
    {"schemas/common/balance-wallet.json", file159, sizeof file159 - 1},
    {"schemas/common/balance.json", file160, sizeof file160 - 1},
    {"schemas/common/bank-account-ru.json", file161, sizeof file161 - 1},
    {"schemas/common/bank-account.json", file162, sizeof file162 - 1},
    {"schemas/common/bank-card.json", file163, sizeof file163 - 1},
    {"schemas/common/bik.json", file164, sizeof file164 - 1},
    {"schemas/common/card-number.json", file165, sizeof file165 - 1},
    {"schemas/common/currency.json", file166, sizeof file166 - 1},
    {"schemas/common/custom-routing.json", file167, sizeof file167 - 1},
    {"schemas/common/customer-interaction.json", file168, sizeof file168 - 1},
    {"schemas/common/customer.json", file169, sizeof file169 - 1},
    {"schemas/common/date-time.json", file170, sizeof file170 - 1},
    {"schemas/common/date.json", file171, sizeof file171 - 1},
    {"schemas/common/element-token.json", file172, sizeof file172 - 1},
    {"schemas/common/encrypted-card.json", file173, sizeof file173 - 1},
    {"schemas/common/envelope.json", file174, sizeof file174 - 1},
    {"schemas/common/error.json", file175, sizeof file175 - 1},
    {"schemas/common/exchange.json", file176, sizeof file176 - 1},
    {"schemas/common/faster-payment-system-verification.json", file177, sizeof file177 - 1},
    {"schemas/common/faster-payment-system.json", file178, sizeof file178 - 1},
    {"schemas/common/fee-amount.json", file179, sizeof file179 - 1},
    {"schemas/common/fiscalization-details.json", file180, sizeof file180 - 1},
    {"schemas/common/fps-bank-id.json", file181, sizeof file181 - 1},
    {"schemas/common/fps-bank.json", file182, sizeof file182 - 1},
    {"schemas/common/fps-phone.json", file183, sizeof file183 - 1},
    {"schemas/common/identifier.json", file184, sizeof file184 - 1},
    {"schemas/common/identity-document.json", file185, sizeof file185 - 1},
    {"schemas/common/incoming-payment.json", file186, sizeof file186 - 1},
    {"schemas/common/inn.json", file187, sizeof file187 - 1},
    {"schemas/common/kpp.json", file188, sizeof file188 - 1},
    {"schemas/common/masked-account.json", file189, sizeof file189 - 1},
    {"schemas/common/masked-card.json", file190, sizeof file190 - 1},
    {"schemas/common/masked-instrument.json", file191, sizeof file191 - 1},
    {"schemas/common/masked-wallet.json", file192, sizeof file192 - 1},
    {"schemas/common/metadata.json", file193, sizeof file193 - 1},
    {"schemas/common/named-recipient.json", file194, sizeof file194 - 1},
    {"schemas/common/not-null.json", file195, sizeof file195 - 1},
    {"schemas/common/other-kind.json", file196, sizeof file196 - 1},
    {"schemas/common/participant-details.json", file197, sizeof file197 - 1},
    {"schemas/common/participant.json", file198, sizeof file198 - 1},
    {"schemas/common/payment-id.json", file199, sizeof file199 - 1},
    {"schemas/common/payment-init.json", file200, sizeof file200 - 1},
    {"schemas/common/payment-metadata.json", file201, sizeof file201 - 1},
    {"schemas/common/payout-card.json", file202, sizeof file202 - 1},
    {"schemas/common/payout-id.json", file203, sizeof file203 - 1},
    {"schemas/common/payout-instrument.json", file204, sizeof file204 - 1},
    {"schemas/common/purpose.json", file205, sizeof file205 - 1},
    {"schemas/common/recurrent.json", file206, sizeof file206 - 1},
    {"schemas/common/refund-id.json", file207, sizeof file207 - 1},
    {"schemas/common/refund.json", file208, sizeof file208 - 1},
    {"schemas/common/reject-reason.json", file209, sizeof file209 - 1},
    {"schemas/common/request-date-time.json", file210, sizeof file210 - 1},
    {"schemas/common/requested-amount.json", file211, sizeof file211 - 1},
    {"schemas/common/requested-participant.json", file212, sizeof file212 - 1},
    {"schemas/common/requested-participants.json", file213, sizeof file213 - 1},
    {"schemas/common/revenue-split.json", file214, sizeof file214 - 1},
    {"schemas/common/self-employed.json", file215, sizeof file215 - 1},
    {"schemas/common/service.json", file216, sizeof file216 - 1},
    {"schemas/common/session-id.json", file217, sizeof file217 - 1},
    {"schemas/common/tax-details.json", file218, sizeof file218 - 1},
    {"schemas/common/tax-payee.json", file219, sizeof file219 - 1},
    {"schemas/common/tax-payer.json", file220, sizeof file220 - 1},
    {"schemas/common/tax-payment.json", file221, sizeof file221 - 1},
    {"schemas/common/tax-period.json", file222, sizeof file222 - 1},
    {"schemas/common/tax.json", file223, sizeof file223 - 1},
    {"schemas/common/token-element.json", file224, sizeof file224 - 1},
    {"schemas/common/tokenized-card.json", file225, sizeof file225 - 1},
    {"schemas/common/transaction-info.json", file226, sizeof file226 - 1},
    {"schemas/common/transfer-party.json", file227, sizeof file227 - 1},
    {"schemas/common/wallet-account.json", file228, sizeof file228 - 1},
    {"schemas/common/wallet.json", file229, sizeof file229 - 1},
    {"schemas/common/yoomoney-wallet.json", file230, sizeof file230 - 1},
    {"schemas/v1/collateral-terms.json", file231, sizeof file231 - 1},
    {"schemas/v1/confirm-information.json", file232, sizeof file232 - 1},
    {"schemas/v1/error-response.json", file233, sizeof file233 - 1},
    {"schemas/v1/fiscalization-request.json", file234, sizeof file234 - 1},
    {"schemas/v1/fiscalization-response.json", file235, sizeof file235 - 1},
    {"schemas/v1/fps-banks-request.json", file236, sizeof file236 - 1},
    {"schemas/v1/fps-banks-response.json", file237, sizeof file237 - 1},
    {"schemas/v1/fps-customer-verification-request.json", file238, sizeof file238 - 1},
    {"schemas/v1/fps-customer-verification-response.json", file239, sizeof file239 - 1},
    {"schemas/v1/nominal-terms.json", file240, sizeof file240 - 1},
    {"schemas/v1/payout-init.json", file241, sizeof file241 - 1},
    {"schemas/v1/payout-parameters.json", file242, sizeof file242 - 1},
    {"schemas/v1/payout-start.json", file243, sizeof file243 - 1},
    {"schemas/v1/payout.json", file244, sizeof file244 - 1},
    {"schemas/v1/receipt-terms.json", file245, sizeof file245 - 1},
    {"schemas/v1/requested-confirm-information.json", file246, sizeof file246 - 1},
    {"schemas/v1/session-cancel-request.json", file247, sizeof file247 - 1},
    {"schemas/v1/session-cancel-response.json", file248, sizeof file248 - 1},
    {"schemas/v1/session-confirm-request.json", file249, sizeof file249 - 1},
    {"schemas/v1/session-confirm-response.json", file250, sizeof file250 - 1},
    {"schemas/v1/session-create-nominal-request.json", file251, sizeof file251 - 1},
    {"schemas/v1/session-create-nominal-response.json", file252, sizeof file252 - 1},
    {"schemas/v1/session-create-request.json", file253, sizeof file253 - 1},
    {"schemas/v1/session-create-response.json", file254, sizeof file254 - 1},
    {"schemas/v1/session-create-rko-request.json", file255, sizeof file255 - 1},
    {"schemas/v1/session-create-rko-response.json", file256, sizeof file256 - 1},
    {"schemas/v1/session-envelope.json", file257, sizeof file257 - 1},
    {"schemas/v1/session-init-payout-fiscalization-request.json", file258, sizeof file258 - 1},
    {"schemas/v1/session-init-payout-fiscalization-response.json", file259, sizeof file259 - 1},
    {"schemas/v1/session-init-payout-nominal-request.json", file260, sizeof file260 - 1},
    {"schemas/v1/session-init-payout-nominal-response.json", file261, sizeof file261 - 1},
    {"schemas/v1/session-init-payout-request.json", file262, sizeof file262 - 1},
    {"schemas/v1/session-init-payout-response.json", file263, sizeof file263 - 1},
    {"schemas/v1/session-init-payout-rko-request.json", file264, sizeof file264 - 1},
    {"schemas/v1/session-init-payout-rko-response.json", file265, sizeof file265 - 1},
    {"schemas/v1/session-start-payout-fiscalization-request.json", file266, sizeof file266 - 1},
    {"schemas/v1/session-start-payout-fiscalization-response.json", file267, sizeof file267 - 1},
    {"schemas/v1/session-start-payout-nominal-request.json", file268, sizeof file268 - 1},
    {"schemas/v1/session-start-payout-nominal-response.json", file269, sizeof file269 - 1},
    {"schemas/v1/session-start-payout-request.json", file270, sizeof file270 - 1},
    {"schemas/v1/session-start-payout-response.json", file271, sizeof file271 - 1},
    {"schemas/v1/session-start-payout-rko-request.json", file272, sizeof file272 - 1},
    {"schemas/v1/session-start-payout-rko-response.json", file273, sizeof file273 - 1},
    {"schemas/v1/session-status-request.json", file274, sizeof file274 - 1},
    {"schemas/v1/session-status-response.json", file275, sizeof file275 - 1},
    {"schemas/v1/session.json", file276, sizeof file276 - 1},
    {"schemas/v1/settlement-terms.json", file277, sizeof file277 - 1},
    {"schemas/v1/token-info-request.json", file278, sizeof file278 - 1},
    {"schemas/v1/token-info-response.json", file279, sizeof file279 - 1},
    {"schemas/v1/token-request.json", file280, sizeof file280 - 1},
    {"schemas/v1/token-response.json", file281, sizeof file281 - 1},
    {"schemas/v1/tokenize-elements-request.json", file282, sizeof file282 - 1},
    {"schemas/v1/tokenize-elements-response.json", file283, sizeof file283 - 1},
    {"schemas/v1/wallet-balance-request.json", file284, sizeof file284 - 1},
    {"schemas/v1/wallet-balance-response.json", file285, sizeof file285 - 1},
    {"schemas/v1/webhook-action-required.json", file286, sizeof file286 - 1},
    {"schemas/v1/webhook-confirmation-payout.json", file287, sizeof file287 - 1},
    {"schemas/v1/webhook-other.json", file288, sizeof file288 - 1},
    {"schemas/v1/webhook-payment-finished.json", file289, sizeof file289 - 1},
    {"schemas/v1/webhook-payment-refunded.json", file290, sizeof file290 - 1},
    {"schemas/v1/webhook-ready-to-capture.json", file291, sizeof file291 - 1},
    {"schemas/v1/webhook-ready-to-confirm.json", file292, sizeof file292 - 1},
    {"schemas/v1/webhook.json", file293, sizeof file293 - 1},
    {"schemas/v2/collateral-terms.json", file294, sizeof file294 - 1},
    {"schemas/v2/confirm-information.json", file295, sizeof file295 - 1},
    {"schemas/v2/error-response.json", file296, sizeof file296 - 1},
    {"schemas/v2/fps-banks-request.json", file297, sizeof file297 - 1},
    {"schemas/v2/fps-banks-response.json", file298, sizeof file298 - 1},
    {"schemas/v2/fps-customer-verification-request.json", file299, sizeof file299 - 1},
    {"schemas/v2/fps-customer-verification-response.json", file300, sizeof file300 - 1},
    {"schemas/v2/payout-init.json", file301, sizeof file301 - 1},
    {"schemas/v2/payout-parameters.json", file302, sizeof file302 - 1},
    {"schemas/v2/payout-start.json", file303, sizeof file303 - 1},
    {"schemas/v2/payout.json", file304, sizeof file304 - 1},
    {"schemas/v2/receipt-terms.json", file305, sizeof file305 - 1},
    {"schemas/v2/requested-confirm-information.json", file306, sizeof file306 - 1},
    {"schemas/v2/session-cancel-request.json", file307, sizeof file307 - 1},
    {"schemas/v2/session-cancel-response.json", file308, sizeof file308 - 1},
    {"schemas/v2/session-confirm-request.json", file309, sizeof file309 - 1},
    {"schemas/v2/session-confirm-response.json", file310, sizeof file310 - 1},
    {"schemas/v2/session-create-request.json", file311, sizeof file311 - 1},
    {"schemas/v2/session-create-response.json", file312, sizeof file312 - 1},
    {"schemas/v2/session-envelope.json", file313, sizeof file313 - 1},
    {"schemas/v2/session-init-payout-fiscalization-request.json", file314, sizeof file314 - 1},
    {"schemas/v2/session-init-payout-fiscalization-response.json", file315, sizeof file315 - 1},
    {"schemas/v2/session-init-payout-request.json", file316, sizeof file316 - 1},
    {"schemas/v2/session-init-payout-response.json", file317, sizeof file317 - 1},
    {"schemas/v2/session-start-payout-fiscalization-request.json", file318, sizeof file318 - 1},
    {"schemas/v2/session-start-payout-fiscalization-response.json", file319, sizeof file319 - 1},
    {"schemas/v2/session-start-payout-request.json", file320, sizeof file320 - 1},
    {"schemas/v2/session-start-payout-response.json", file321, sizeof file321 - 1},
    {"schemas/v2/session-status-request.json", file322, sizeof file322 - 1},
    {"schemas/v2/session-status-response.json", file323, sizeof file323 - 1},
    {"schemas/v2/session.json", file324, sizeof file324 - 1},
    {"schemas/v2/webhook-action-required.json", file325, sizeof file325 - 1},
    {"schemas/v2/webhook-confirmation-payout.json", file326, sizeof file326 - 1},
    {"schemas/v2/webhook-other.json", file327, sizeof file327 - 1},
    {"schemas/v2/webhook-payment-finished.json", file328, sizeof file328 - 1},
    {"schemas/v2/webhook-payment-refunded.json", file329, sizeof file329 - 1},
    {"schemas/v2/webhook-ready-to-capture.json", file330, sizeof file330 - 1},
    {"schemas/v2/webhook-ready-to-confirm.json", file331, sizeof file331 - 1},
    {"schemas/v2/webhook.json", file332, sizeof file332 - 1},
    {"sequences/payout-session.json", file333, sizeof file333 - 1},
    {"signatures/bodies.json", file334, sizeof file334 - 1},
    {"signatures/bytes.json", file335, sizeof file335 - 1},
    {"signatures/contents.json", file336, sizeof file336 - 1},
    {"signatures/foreign.json", file337, sizeof file337 - 1},
    {"signatures/golden.json", file338, sizeof file338 - 1},
    {"signatures/keys.json", file339, sizeof file339 - 1},
    {"signatures/numbers.json", file340, sizeof file340 - 1},
    {"signatures/paddings.json", file341, sizeof file341 - 1},
    {"signatures/schemes.json", file342, sizeof file342 - 1},
    {"signatures/tampered.json", file343, sizeof file343 - 1},
    {"signatures/texts.json", file344, sizeof file344 - 1},
    {"text/depth.json", file345, sizeof file345 - 1},
    {"text/names.json", file346, sizeof file346 - 1},
    {"text/numbers.json", file347, sizeof file347 - 1},
    {"text/strings.json", file348, sizeof file348 - 1},
    {"text/structure.json", file349, sizeof file349 - 1},
    {"text/utf-8.json", file350, sizeof file350 - 1},
    {"vectors.schema.json", file351, sizeof file351 - 1},
    {"webhooks/v1/action-required.json", file352, sizeof file352 - 1},
    {"webhooks/v1/confirmation-payout.json", file353, sizeof file353 - 1},
    {"webhooks/v1/generated/action-required.json", file354, sizeof file354 - 1},
    {"webhooks/v1/generated/confirmation-payout.json", file355, sizeof file355 - 1},
    {"webhooks/v1/generated/other.json", file356, sizeof file356 - 1},
    {"webhooks/v1/generated/payment-finished.json", file357, sizeof file357 - 1},
    {"webhooks/v1/generated/payment-refunded.json", file358, sizeof file358 - 1},
    {"webhooks/v1/generated/ready-to-capture.json", file359, sizeof file359 - 1},
    {"webhooks/v1/generated/ready-to-confirm.json", file360, sizeof file360 - 1},
    {"webhooks/v1/other.json", file361, sizeof file361 - 1},
    {"webhooks/v1/payment-finished-edges.json", file362, sizeof file362 - 1},
    {"webhooks/v1/payment-finished-text.json", file363, sizeof file363 - 1},
    {"webhooks/v1/payment-finished.json", file364, sizeof file364 - 1},
    {"webhooks/v1/payment-refunded.json", file365, sizeof file365 - 1},
    {"webhooks/v1/ready-to-capture.json", file366, sizeof file366 - 1},
    {"webhooks/v1/ready-to-confirm.json", file367, sizeof file367 - 1},
    {"webhooks/v2/generated/action-required.json", file368, sizeof file368 - 1},
    {"webhooks/v2/generated/confirmation-payout.json", file369, sizeof file369 - 1},
    {"webhooks/v2/generated/other.json", file370, sizeof file370 - 1},
    {"webhooks/v2/generated/payment-finished.json", file371, sizeof file371 - 1},
    {"webhooks/v2/generated/payment-refunded.json", file372, sizeof file372 - 1},
    {"webhooks/v2/generated/ready-to-capture.json", file373, sizeof file373 - 1},
    {"webhooks/v2/generated/ready-to-confirm.json", file374, sizeof file374 - 1},
    {"webhooks/v2/mirrored/action-required.json", file375, sizeof file375 - 1},
    {"webhooks/v2/mirrored/confirmation-payout.json", file376, sizeof file376 - 1},
    {"webhooks/v2/mirrored/other.json", file377, sizeof file377 - 1},
    {"webhooks/v2/mirrored/payment-finished-edges.json", file378, sizeof file378 - 1},
    {"webhooks/v2/mirrored/payment-finished-text.json", file379, sizeof file379 - 1},
    {"webhooks/v2/mirrored/payment-finished.json", file380, sizeof file380 - 1},
    {"webhooks/v2/mirrored/payment-refunded.json", file381, sizeof file381 - 1},
    {"webhooks/v2/mirrored/ready-to-capture.json", file382, sizeof file382 - 1},
    {"webhooks/v2/mirrored/ready-to-confirm.json", file383, sizeof file383 - 1},
    {NULL, NULL, 0},
};

size_t cvectors_count(void) { return sizeof files / sizeof files[0] - 1; }

const cvectors_file *cvectors_at(size_t index) {
    return index < cvectors_count() ? &files[index] : NULL;
}
