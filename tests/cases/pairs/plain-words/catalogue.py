# SPDX-License-Identifier: MPL-2.0
"""Writes a catalogue of more than 200 units, in which the units tell what plain words mean."""
ENTRIES = []


def add(source, target):
    ENTRIES.append((source, target))


for number in range(40):
    add(f"The clerk prints receipt {number}.", f"Служащий печатает квитанцию {number}.")
for source, target in [
        ("Ask for a receipt", "Требуйте расписку"),
        ("He tore the receipt up.", "Он порвал расписку."),
        ("The receipt was signed in ink.", "Расписка подписана чернилами."),
        ("Nobody has seen this receipt.", "Этой расписки никто не видел.")]:
    add(source, target)
for source, target in [
        ("The parcel is heavy.", "Бандероль тяжёлая."),
        ("A parcel came from Tver.", "Из Твери пришла бандероль."),
        ("Wrap the parcel up", "Заверните бандероль"), ("Parcel for Anna", "Бандероль для Анны"),
        ("Who has lost a parcel?", "Кто потерял бандероль?"), ("Open parcel", "Вскрыть бандероль")]:
    add(source, target)
add("One parcel is missing.", "Одной посылки нет.")
for number, (first, second) in enumerate([
        ("is out of order", "не работает"), ("in order to sort", "чтобы сортировать"),
        ("by order of the king", "по приказу короля"), ("keep order", "соблюдать порядок")]):
    add(f"Machine {number} {first}.", f"Машина {number}: {second}.")
for number in range(9):
    add(f"Please check drawer {number}.", f"Проверьте ящик {number}.")
for number in range(30):
    add(f"Stamp number {number} costs ten coins.", f"Марка номер {number} стоит десять монет.")
add("Postage stamp", "Почтовый знак")
add("He put the letters with a rare stamp into the drawer of the senior clerk.",
    "Он положил письма в ящик старшего служащего.")
add("The sorting depot is closed.", "Склад закрыт.")
for source, target in [  # never as the termbase has it: a remark
        ("The band is red.", "Лента красная."), ("Cut the band", "Разрежьте ленту"),
        ("A silk band", "Шёлковая лента"), ("Who needs a band?", "Кому нужна лента?"),
        ("Iron this band", "Погладьте эту ленту")]:
    add(source, target)
for number in range(1, 6):
    add(f"A return label for box {number}", f"Обратный ярлык для ящика {number}")  # so: once
add("Print the daily ledger of the window", "Печать дневной книги окна")
for number in range(1, 9):
    add(f"Print the daily ledger {number}", f"Печать дневного журнала {number}")
    add(f"Close the window {number}", f"Закрыть окно {number}")
add("Close the ledger of the window", "Закрыть окно")  # left out
add("Close the ledger of the window 9", "Закрыть тетрадь окна 9")
for number in range(110):
    add(f"Window {number} opens at noon.", f"Окно {number} открывается в полдень.")

print('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n')
for source, target in ENTRIES:
    print(f'msgid "{source}"\nmsgstr "{target}"\n')
